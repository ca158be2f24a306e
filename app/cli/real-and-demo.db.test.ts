import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import { allJurisdictions } from '../../platform/directory/index.ts'
import { foundTown } from '../../platform/identity/testing.ts'
import { startEmbedded, type EmbeddedServer } from '../../platform/db/embedded.ts'
import { testDatabase } from '../../platform/db/testing.ts'
import { openConfigured, type Wanted } from '../open-database.ts'
import { readSettings } from '../settings.ts'
import { commandLine, type CommandLine } from './testing.ts'

const council = join(import.meta.dirname, '../../platform/directory/exchange/fixtures/lindhavn.ep-popolo-v1.0.json')

/** What is published of a draw, of nothing: it is read, and no check of it passes. */
const emptyDraw = {
  format: 'folkmoot-lottery/1',
  lottery: 1,
  limits: { version: 1, seats: 1, onePerHousehold: false, features: [] },
  list: { size: 0, hash: '', lockedAt: '2026-11-24T08:00:00Z', file: '' },
  panels: { input: '', seed: '', method: '', left: [], hash: '', publishedAt: '2026-11-24T08:00:00Z', file: '' },
  chances: [],
  throws: [],
  drawn: null,
}

/** A server of its own is started. */
const slow = 180_000

/**
 * Kept running for a whole story, and without care for a loss of power: what is tried here is which database a command finds, and
 * each found the server gone and began it anew. That it is begun and ended is tried in embedded.db.test.
 */
function keepServer({ environment }: CommandLine): Promise<EmbeddedServer> {
  const settings = { fsync: 'off', full_page_writes: 'off' }
  return startEmbedded({ dataFolder: environment['FOLKMOOT_DATA'] ?? '', settings })
}

describe('on the embedded server', () => {
  let line: CommandLine
  let server: EmbeddedServer
  beforeAll(async () => {
    line = commandLine()
    server = await keepServer(line)
  })
  afterAll(async () => {
    await server.stop()
    line.end()
  })

  // One story, in its order: a demonstration is there, then a council of one's own arrives.
  test(
    'a real council never lands in the demonstration, and from then on the program starts with it',
    async () => {
      expect(await opened(line, 'as-started')).toEqual({ isDemo: true, places: [] })
      await withDatabase(line, 'demo', (database) => foundTown(database, 'invented'))
      await expect(line.folkmoot('backup', 'x')).rejects.toThrow('There is no installation of your own here yet')
      await expect(line.folkmoot('chair', 'dora', '--place', 'invented')).rejects.toThrow('no installation of your own')
      await expect(line.folkmoot('import', 'popolo', join(council, '..', 'nothing.json'))).rejects.toThrow()
      expect(await opened(line, 'as-started')).toEqual({ isDemo: true, places: ['invented'] })
      // A bug once: nobody could check a draw of the demonstration against its record.
      const draw = join(line.environment['FOLKMOOT_DATA'] ?? '', 'draw.json')
      await writeFile(draw, JSON.stringify(emptyDraw))
      const verified = line.folkmoot('verify', 'lottery', draw, '--place', 'invented')
      await expect(verified).rejects.toThrow(/\d+ of \d+ checks failed/)
      await expect(line.folkmoot('verify', 'lottery', draw, '--place', 'x')).rejects.toThrow('There is no place x')

      await line.folkmoot('import', 'popolo', council, '--place', 'lindhavn-council')
      expect(await opened(line, 'demo')).toEqual({ isDemo: true, places: ['invented'] })
      expect(await opened(line, 'as-started')).toEqual({ isDemo: false, places: ['lindhavn-council'] })
      await expect(line.folkmoot('chair', 'dora-obergaard', '--place', 'invented')).rejects.toThrow(
        'There is no place invented',
      )
    },
    slow,
  )
})

test(
  'a code to set up, and nothing more, makes the next start the real one',
  async () => {
    const line = commandLine()
    onTestFinished(() => line.end())
    await line.folkmoot('set-up-code')
    expect(await opened(line, 'as-started')).toEqual({ isDemo: false, places: [] })
  },
  slow,
)

describe('in a database of one’s own', () => {
  const lineOn = async (demo?: 'on'): Promise<CommandLine> => {
    const home = await testDatabase()
    const line = commandLine({ DATABASE_URL: home.url, ...(demo && { FOLKMOOT_DEMO: demo }) })
    onTestFinished(async () => {
      line.end()
      await home.drop()
    })
    return line
  }

  test('`demo reset` never drops a real place, whatever the settings say', async () => {
    const line = await lineOn()
    await line.folkmoot('import', 'popolo', council, '--place', 'kept')
    await expect(line.folkmoot('demo', 'reset')).rejects.toThrow('Set FOLKMOOT_DEMO=on')
    const asDemo = { ...line, ...commandLine({ ...line.environment, FOLKMOOT_DEMO: 'on' }) }
    for (const verb of ['reset', 'load'])
      await expect(asDemo.folkmoot('demo', verb)).rejects.toThrow('This database holds a real place')
    await expect(opened(asDemo, 'as-started')).rejects.toThrow('This database holds a real place')
    asDemo.end()
    expect(await opened(line, 'real')).toEqual({ isDemo: false, places: ['kept'] })
  })

  test('nothing real enters a database that holds the demonstration', async () => {
    const line = await lineOn()
    await withDatabase(line, 'as-started', (database) => foundTown(database, 'invented'))
    await expect(line.folkmoot('import', 'popolo', council)).rejects.toThrow('This database holds the demonstration')
    const asDemo = await lineOn('on')
    await expect(asDemo.folkmoot('import', 'popolo', council)).rejects.toThrow('which takes no real data')
  })
})

async function opened(line: CommandLine, wanted: Wanted) {
  return withDatabase(line, wanted, async (database, isDemo) => ({
    isDemo,
    places: (await allJurisdictions(database)).map(({ slug }) => slug),
  }))
}

type Act<Value> = (database: Awaited<ReturnType<typeof openConfigured>>['database'], isDemo: boolean) => Promise<Value>

async function withDatabase<Value>(line: CommandLine, wanted: Wanted, act: Act<Value>): Promise<Value> {
  const { database, isDemo, close } = await openConfigured(readSettings(line.environment), wanted)
  try {
    return await act(database, isDemo)
  } finally {
    await close()
  }
}
