/** The service worker's entry. Listeners are registered here, synchronously, before anything is awaited. */
export {}
