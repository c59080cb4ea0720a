/**
 * UTF-8 of a JSON object whose last member is JSON already. `members` must be plain data that JSON can say, with one
 * member at the least.
 */
export function jsonWith(members: Readonly<Record<string, unknown>>, name: string, json: Uint8Array): Buffer {
  const before = `${JSON.stringify(members).slice(0, -1)},${JSON.stringify(name)}:`
  return Buffer.concat([Buffer.from(before), json, Buffer.from('}')])
}
