import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** A folder that a browser keeps everything in, so that no run sees another's. */
export interface Profile {
  readonly path: string
  /** The environment that keeps a browser within the folder, whatever it thinks of the one it was given. */
  env(display: string | undefined): Record<string, string>
  /** Deletes the folder. Call it when the browser has ended. */
  dispose(): void
}

/** Makes an empty profile. */
export function createProfile(): Profile {
  const path = mkdtempSync(join(tmpdir(), 'tracio-browser-'))
  return {
    path,
    env: (display) => ({
      ...environment(),
      HOME: path,
      XDG_CONFIG_HOME: join(path, 'config'),
      XDG_CACHE_HOME: join(path, 'cache'),
      XDG_DATA_HOME: join(path, 'data'),
      ...(display === undefined ? {} : { DISPLAY: display }),
    }),
    // A browser's last child may still write while the first ones are deleted.
    dispose: () => rmSync(path, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 }),
  }
}

function environment(): Record<string, string> {
  const { DISPLAY: _display, WAYLAND_DISPLAY: _wayland, ...rest } = process.env
  return Object.fromEntries(
    Object.entries(rest).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  )
}
