import type { Command } from 'commander'
import type { CommandContext } from './command-context.ts'
import { describeCommand } from './describe-command.ts'
import { feedStatusCommand } from './feed-status.ts'
import { addFeedCommand, removeFeedCommand } from './own-feeds.ts'
import { updateFeedsCommand } from './update-feeds.ts'

/** `tracio feeds`: public lists of addresses, which say what is a VPN, a proxy, a cloud or an attacker. */
export function feedsCommand(context: CommandContext): Command {
  return describeCommand('feeds', 'lists of VPNs, proxies, Tor, clouds and attackers', [
    ['tracio feeds status', 'all of them, with sizes, ages and errors'],
    ['tracio feeds update', 'fetches what is due, beside a running server or without one'],
  ])
    .addCommand(feedStatusCommand(context))
    .addCommand(updateFeedsCommand(context))
    .addCommand(addFeedCommand(context))
    .addCommand(removeFeedCommand(context))
}
