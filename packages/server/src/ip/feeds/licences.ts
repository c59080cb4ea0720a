/** Terms under which lists are published, by SPDX id where there is one, and what they are in a sentence. */
export const licences = {
  MIT: 'MIT: free, with its notice.',
  'Apache-2.0': 'Apache 2.0: free, with its notice.',
  'CC0-1.0': 'CC0: public domain.',
  Unlicense: 'Unlicense: public domain. What it was gathered from has terms of its own.',
  'CC-BY-NC-SA-4.0': 'CC BY-NC-SA: not for commercial use.',
  'spamhaus-drop': 'Free to use; the copyright and the date stay with the data, and nobody advertises with the name.',
  'free-service': 'Offered for fetching free of charge; no licence is stated.',
  published: 'Published by its owner for recognising these addresses; no licence is stated.',
  unclear: 'The terms are unclear: read them before you switch it on.',
  operator: 'Your own feed, under the terms that you agreed to.',
} as const
export type LicenceId = keyof typeof licences
