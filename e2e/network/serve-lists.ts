import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { basename, join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'

/** Publishes the files of a folder, each by its name. Who asks for one that is not there yet waits until it is. */
const [, , folder = '', port = ''] = process.argv

const server = createServer(async (request, response) => {
  const file = join(folder, basename(new URL(request.url ?? '', 'http://here').pathname))
  while (!existsSync(file) && !response.destroyed) await pause(50)
  if (response.destroyed) return
  const list = readFileSync(file)
  const etag = `"${createHash('sha256').update(list).digest('hex')}"`
  if (request.headers['if-none-match'] === etag) return response.writeHead(304).end()
  return response.writeHead(200, { 'content-type': 'text/plain', etag }).end(list)
})

// All of 127.0.0.0/8: to whoever fetches, each of its addresses is a publisher of its own.
server.listen(Number(port), '0.0.0.0', () => process.stdout.write('ready\n'))
