import { createServer, request } from 'node:http'
import { connect } from 'node:net'

/** A proxy as browsers are set to: what comes in goes out from here, and nothing tells of it. Its port is the first argument. */
const server = createServer((incoming, outgoing) => {
  const { url = '', method = 'GET', headers } = incoming
  const fail = (): void => void outgoing.destroy()
  if (!URL.canParse(url)) return fail()
  const { hostname, port, pathname, search } = new URL(url)
  const { 'proxy-connection': _ours, ...rest } = headers
  const target = { hostname: hostname.replace(/[[\]]/g, ''), port: port || 80, path: pathname + search }
  const onward = request({ ...target, method, headers: rest }, (answer) => {
    outgoing.writeHead(answer.statusCode ?? 502, answer.headers)
    answer.on('error', fail).pipe(outgoing)
  })
  incoming.on('error', fail).pipe(onward.on('error', fail))
})

server.on('connect', ({ url = '' }, client) => {
  const { hostname, port } = new URL(`http://${url}`)
  const onward = connect(Number(port || 443), hostname.replace(/[[\]]/g, ''), () => {
    client.write('HTTP/1.1 200 Connection Established\r\n\r\n')
    client.pipe(onward).pipe(client)
  })
  client.on('error', () => void onward.destroy())
  onward.on('error', () => void client.destroy())
})

server.listen(Number(process.argv[2]), '::', () => process.stdout.write('ready\n'))
