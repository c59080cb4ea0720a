/** Takes news to those who asked for them, the latest also to those who ask later. */
export interface Channel<T> {
  tell(news: T): void
  /** Forgets the latest, which is no news any more. */
  forget(): void
  /** Subscribes; gives a function that ends it. */
  listen(listener: (news: T) => void): () => void
}

/** A channel. Every listener is called in a microtask of its own, and what one throws goes to `report` alone. */
export function createChannel<T>(report: (error: unknown) => void): Channel<T> {
  const listeners = new Set<(news: T) => void>()
  let latest: { readonly news: T } | undefined
  const call = (listener: (news: T) => void, news: T): void => {
    Promise.resolve()
      .then(() => listeners.has(listener) && listener(news))
      .catch(report)
  }
  return {
    tell(news) {
      latest = { news }
      for (const listener of listeners) call(listener, news)
    },
    forget() {
      latest = undefined
    },
    listen(listener) {
      // Wrapped, so that a function that listens twice is called twice and each ends by itself.
      const own = (news: T): void => listener(news)
      listeners.add(own)
      if (latest) call(own, latest.news)
      return () => void listeners.delete(own)
    },
  }
}
