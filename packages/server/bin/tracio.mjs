#!/usr/bin/env node
// @ts-check
// `tracio` on any Node from 18 on: the repository's launcher finds the Node that runs the server's source.
process.argv.splice(2, 0, 'tracio')
await import('../../../scripts/launch.mjs')
