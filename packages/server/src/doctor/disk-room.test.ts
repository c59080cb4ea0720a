import { expect, it } from 'vitest'
import { preparedFolder } from '../../test/command-folder.ts'
import { healthyPatient } from '../../test/healthy-patient.ts'
import { diskRoom, judgeLog, judgeRoom } from './disk-room.ts'

const MIB = 2 ** 20

it.each([
  ['plenty of room', judgeRoom(50_000 * MIB), 'ok'],
  ['exactly enough room', judgeRoom(1024 * MIB), 'ok'],
  ['room that is running out', judgeRoom(1024 * MIB - 1), 'warning'],
  ['the last of the room to be warned of', judgeRoom(100 * MIB), 'warning'],
  ['no room', judgeRoom(100 * MIB - 1), 'problem'],
  ['an empty log', judgeLog(0), 'ok'],
  ['a log as it may get', judgeLog(512 * MIB), 'ok'],
  ['a log that does not start over', judgeLog(512 * MIB + 1), 'warning'],
])('judges %s', (_name, diagnosis, outcome) => {
  expect(diagnosis).toMatchObject({ outcome })
})

it('measures the disk of the data folder', async () => {
  const { dataDir } = await preparedFolder()
  expect(diskRoom.examine(healthyPatient({ TRACIO_DATA_DIR: dataDir }))).toMatchObject([
    { found: expect.stringMatching(/^\d+ MiB are free/) },
    { found: 'The write-ahead log has 0 MiB.' },
  ])
})
