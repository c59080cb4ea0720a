import type { NetworkHost } from './namespaces.ts'

/**
 * Makes a host, which has several addresses, go by one of them to each of the targets: so one browser can visit one server
 * from many places, by the name that it calls the server. TCP and UDP obey alike.
 */
export async function comeFrom(host: NetworkHost, sources: Readonly<Record<string, string>>): Promise<void> {
  const [route] = JSON.parse(await host.run('ip', '-json', 'route', 'show', 'default'))
  for (const [target, source] of Object.entries(sources)) {
    await host.run('ip', 'route', 'add', target, 'via', route.gateway, 'dev', route.dev, 'src', source)
  }
}
