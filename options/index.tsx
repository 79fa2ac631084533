export default function Options() {
  return <h1>Account Lens options</h1>
}
