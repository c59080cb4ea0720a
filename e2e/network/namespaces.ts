import { type ChildProcess, execFile, execFileSync, type SpawnOptions, spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { promisify } from 'node:util'
import { hasPrograms, programPath } from '../browsers/program-path.ts'

/** A made-up machine on a made-up network: a network namespace of Linux. */
export interface NetworkHost {
  /** Its addresses, without prefix lengths, in the order of the plan. */
  readonly addresses: readonly string[]
  /** Starts a program inside. Signals reach the program itself. */
  spawn(command: string, args: readonly string[], options?: SpawnOptions): ChildProcess
  /** Runs a program inside and gives what it printed. Rejects when it fails. */
  run(command: string, ...args: readonly string[]): Promise<string>
}

/** Hosts that reach each other through a router, and nothing else; nothing else reaches them. */
export interface Network<Name extends string> {
  readonly hosts: Readonly<Record<Name, NetworkHost>>
  /** Ends everything that still runs inside, and removes it all. */
  dispose(): void
}

/**
 * Hosts by name, each with addresses in networks of its own: `198.51.100.2/24`, `2001:db8:1::2/64`. The router takes each
 * network's address 1 and is every host's default route; hosts go by their first address of a family.
 */
export type NetworkPlan<Name extends string> = Readonly<Record<Name, readonly string[]>>

/** The kernel allows names of interfaces 15 characters. */
const HOST_INTERFACE = 'eth0'

/** Namespaces say whose they are, so that what a killed run left behind can be told from what another one uses. */
const PREFIX = 'tracio-e2e-'

const run = promisify(execFile)
const ip = (...args: readonly string[]): string =>
  // What it complains of is in the error that it throws.
  execFileSync(programPath('ip'), args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] })

/** Whether this machine and user can make networks: Linux, as root, with iproute2, and nobody forbids it. */
export function canMakeNetworks(): boolean {
  if (process.platform !== 'linux' || process.getuid?.() !== 0 || !hasPrograms('ip')) return false
  const name = `${PREFIX}${process.pid}-try`
  try {
    ip('netns', 'add', name)
  } catch (error) {
    // A container without the capability. Whatever ip said, there is no network to be had.
    if (error instanceof Error) return false
    throw error
  }
  ip('netns', 'del', name)
  return true
}

let networks = 0

/** Makes a network. It goes with the process, if nobody disposes of it before; what killed ones left is removed now. */
export function createNetwork<Name extends string>(plan: NetworkPlan<Name>): Network<Name> {
  removeLeftOvers()
  const id = `${PREFIX}${process.pid}-${++networks}`
  const made: string[] = []
  const add = (name: string): string => {
    const namespace = `${id}-${name}`
    ip('netns', 'add', namespace)
    made.push(namespace)
    ip('-n', namespace, 'link', 'set', 'lo', 'up')
    return namespace
  }
  const dispose = (): void => {
    process.off('exit', dispose)
    for (const namespace of made.splice(0)) remove(namespace)
  }
  process.on('exit', dispose)
  try {
    const router = add('router')
    const forwarding = 'echo 1 > /proc/sys/net/ipv4/ip_forward; echo 1 > /proc/sys/net/ipv6/conf/all/forwarding'
    ip('netns', 'exec', router, 'sh', '-c', forwarding)
    // Object.entries forgets that the names are the plan's own.
    const entries = Object.entries(plan) as [Name, readonly string[]][]
    const hosts = entries.map(([name, addresses], index) => {
      const namespace = add(name)
      connect(namespace, addresses, router, `to${index}`)
      return [name, hostOf(namespace, addresses)] as const
    })
    // Made of the plan's names, all of them.
    return { hosts: Object.fromEntries(hosts) as Record<Name, NetworkHost>, dispose }
  } catch (error) {
    dispose()
    throw error
  }
}

/** A cable from the host to the router, with addresses at both ends, and the default route. */
function connect(host: string, addresses: readonly string[], router: string, port: string): void {
  ip('-n', host, 'link', 'add', HOST_INTERFACE, 'type', 'veth', 'peer', 'name', port, 'netns', router)
  for (const address of addresses) ip('-n', host, 'address', 'add', address, 'dev', HOST_INTERFACE, ...options(address))
  for (const gateway of new Set(addresses.map((address) => gatewayOf(address, true)))) {
    ip('-n', router, 'address', 'add', gateway, 'dev', port, ...options(gateway))
  }
  ip('-n', host, 'link', 'set', HOST_INTERFACE, 'up')
  ip('-n', router, 'link', 'set', port, 'up')
  const isIpv6 = (address: string) => address.includes(':')
  for (const first of [addresses.find(isIpv6), addresses.find((address) => !isIpv6(address))]) {
    if (first === undefined) continue
    ip('-n', host, 'route', 'add', 'default', 'via', gatewayOf(first, false), 'dev', HOST_INTERFACE)
  }
}

/** Without the second in which IPv6 asks whether somebody has the address already. */
const options = (address: string): readonly string[] => (address.includes(':') ? ['nodad'] : [])

function gatewayOf(address: string, withPrefix: boolean): string {
  const [plain = '', prefix = ''] = address.split('/')
  const gateway = plain.replace(/[^.:]+$/, '1')
  if (gateway === plain) throw new Error(`${address} is the router's own: take another than 1.`)
  return withPrefix ? `${gateway}/${prefix}` : gateway
}

function hostOf(namespace: string, addresses: readonly string[]): NetworkHost {
  const within = (command: string, args: readonly string[]) => ['netns', 'exec', namespace, command, ...args]
  return {
    addresses: addresses.map((address) => address.replace(/\/\d+$/, '')),
    spawn: (command, args, options = {}) => spawn(programPath('ip'), within(command, args), options),
    run: async (command, ...args) => (await run(programPath('ip'), within(command, args))).stdout,
  }
}

function remove(namespace: string): void {
  for (const pid of ip('netns', 'pids', namespace).split('\n')) {
    if (pid !== '') kill(Number(pid))
  }
  ip('netns', 'del', namespace)
}

/** All that runs in a namespace of ours was started by us. */
function kill(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL')
  } catch (error) {
    // It ended by itself a moment ago.
    if (!(error instanceof Error && 'code' in error && error.code === 'ESRCH')) throw error
  }
}

function removeLeftOvers(): void {
  for (const line of ip('netns', 'list').split('\n')) {
    const [, namespace = '', pid] = /^(tracio-e2e-(\d+)-\S+)/.exec(line) ?? []
    if (pid !== undefined && !existsSync(`/proc/${pid}`)) remove(namespace)
  }
}
