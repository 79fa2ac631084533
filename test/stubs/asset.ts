export default "stub-asset"
