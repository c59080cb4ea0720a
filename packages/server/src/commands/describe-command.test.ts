import { expect, it } from 'vitest'
import { describeCommand, jsonOption } from './describe-command.ts'

it('shows each example under what it does', () => {
  let help = ''
  const command = describeCommand('look', 'looks around', [
    ['tracio look', 'everywhere'],
    ['tracio look --json', 'for a program'],
  ]).addOption(jsonOption())
  const writeOut = (text: string): void => {
    help += text
  }
  command.configureOutput({ writeOut }).outputHelp()
  expect(help).toMatch(/Examples:\n {2}# everywhere\n {2}tracio look\n {2}# for a program\n {2}tracio look --json\n$/)
})
