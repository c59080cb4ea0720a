/** A name, an IPv4 address or one of IPv6 in brackets, as it stands in an address of the web. */
const HOST = /^(?:[a-z\d](?:[\w.-]{0,251}[a-z\d])?|\[[\da-f:.]{2,45}\])$/i

/** The server that an observer's clients are sent to; undefined for what is no host. */
export const turnUrl = (host: string, port: number): string | undefined =>
  HOST.test(host) ? `turn:${host}:${port}?transport=udp` : undefined

/** An operator's own spelling of one, made whole; undefined for what no probe could use: only UDP shows where a visitor is. */
export function readTurnUrl(text: string): string | undefined {
  const [, host = '', port] = /^turn:(\[[^\]]*\]|[^:?]*)(?::(\d{1,5}))?(?:\?transport=udp)?$/.exec(text) ?? []
  const number = Number(port ?? DEFAULT_PORT)
  return number > 0 && number <= 65_535 ? turnUrl(host, number) : undefined
}

/** https://www.rfc-editor.org/rfc/rfc8656#section-18 */
const DEFAULT_PORT = 3478
