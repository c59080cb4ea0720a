import { type Routed, requestPath } from './request-path.ts'
import type { Trusts } from './trusted-proxies.ts'

/** Where a request comes from, written canonically; `request-path.ts` says whom it believes. */
export const clientAddress = (request: Routed, trusts: Trusts): string => requestPath(request, trusts).address
