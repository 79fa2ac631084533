export default function Book() {
  return <h1>Book of business</h1>
}
