import { startTracio } from './tracio-server.ts'

/** Global set-up of Vitest: a server that ends well leaves what Node compiled for it to the hundred that are killed. */
export async function setup(): Promise<void> {
  const tracio = await startTracio()
  await tracio.end('SIGTERM')
  await tracio.dispose()
}
