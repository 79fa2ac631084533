export default function Sidepanel() {
  return <h1>Account Lens</h1>
}
