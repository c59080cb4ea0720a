import { existsSync, readFileSync } from 'node:fs'
import { arch, platform, release } from 'node:os'

const OS_RELEASE = '/etc/os-release'

/** The machine's system for people to read, such as `Debian GNU/Linux 12 (bookworm) x64`. */
export function system(): string {
  const text = existsSync(OS_RELEASE) ? readFileSync(OS_RELEASE, 'utf8') : ''
  const name = /^PRETTY_NAME="?([^"\n]+)/m.exec(text)?.[1] ?? `${platform()} ${release()}`
  return `${name} ${arch()}`
}
