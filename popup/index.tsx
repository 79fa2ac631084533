export default function Popup() {
  return <h1>Account Lens</h1>
}
