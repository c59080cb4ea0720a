import type { Command } from 'commander'

/** What goes for all commands. */
const PREFACE = `# The command line

\`npm start\` serves. Every other command is called as \`npm run tracio -- <command>\`, or \`npx tracio <command>\` inside the
repository; below it is just \`tracio\`. Settings come from the environment alone ([configuration.md](configuration.md)),
so a command works on the store of the server that has the same environment. Say \`npm run -s\` where a program reads the
output, so that npm prints nothing of its own.

* **Beside a running server.** All commands may run while a server does. It obeys a change of a key within five seconds,
  a change of a secret or an erasure at once. Only \`migrate\` needs the database to itself, and says so.
* **Versions.** Only \`migrate\` and the start of a server change the schema. Every other command refuses a database of an
  older or a newer schema, because a server of another version may be using it: columns must not change under its feet.
* **Output.** The result goes to standard output, everything else to standard error. \`--json\` prints one JSON document
  with times in RFC 3339, UTC. What a terminal would obey (escape sequences in a tag, say) is shown, not sent.
* **Progress** of what takes long goes to standard error: to a person at a terminal always, else with \`--progress\`.
* **Secrets** are shown once, when they are made, and named by an id afterwards.

| exit code | meaning |
| --- | --- |
| 0 | Done. |
| 1 | Something did not work; a sentence on standard error says what to do. \`migrate --check\`: there is something to do. |
| 2 | The command line or the settings are wrong. |
| 3 | What was named does not exist. |
| 4 | \`doctor\` found problems. Warnings alone end with 0. |

What \`doctor --json\` prints: \`{ problems, warnings, findings: [{ check, outcome, found, advice }] }\`, where \`outcome\` is
\`ok\`, \`warning\` or \`problem\`, and \`advice\` is null for \`ok\`. The names of checks do not change.

The rest of this page is the help of each command. A test prints it anew and compares:
\`npx vitest run commands/manual -u\` writes it.
`

/** The manual of a command line, as Markdown. */
export const commandManual = (program: Command): string => `${PREFACE}${program.commands.map(chapterOf).join('')}`

function chapterOf(command: Command): string {
  return command.commands.length === 0 ? sectionOf(command) : command.commands.map(chapterOf).join('')
}

function sectionOf(command: Command): string {
  return `\n## ${nameOf(command)}\n\n\`\`\`text\n${helpOf(command).trimEnd()}\n\`\`\`\n`
}

const nameOf = (command: Command): string =>
  command.parent ? `${nameOf(command.parent)} ${command.name()}` : command.name()

/** With the examples, which commander adds only where it prints. */
function helpOf(command: Command): string {
  const before = command.configureOutput()
  let help = ''
  const writeOut = (text: string): void => {
    help += text
  }
  command.configureOutput({ ...before, writeOut }).outputHelp()
  command.configureOutput(before)
  return help
}
