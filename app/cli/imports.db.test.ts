import { cp, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { allJurisdictions } from '../../platform/directory/index.ts'
import { openTestHouse, type TestHouse } from '../testing.ts'
import { commandLine, type CommandLine } from './testing.ts'

const harbour = join(import.meta.dirname, '../../stages/opinion/exchange/fixtures/harbour')
const council = join(import.meta.dirname, '../../platform/directory/exchange/fixtures/lindhavn.ep-popolo-v1.0.json')

let house: TestHouse
let line: CommandLine

beforeAll(async () => {
  house = await openTestHouse()
  line = commandLine({ DATABASE_URL: house.url })
})
afterAll(async () => {
  line.end()
  await house.close()
})

describe('a refused import leaves nothing, not even an empty place', () => {
  const folder = (): string => join(String(line.environment['FOLKMOOT_DATA']), 'export')
  const slugs = async (): Promise<readonly string[]> => (await allJurisdictions(house.database)).map(({ slug }) => slug)

  test.each([
    ['votes.csv', ',2,4,0', ',2,4,7', 'Nothing was imported: broken-line, at votes.csv, line 10'],
    ['participants-votes.csv', '2,1,1,1,0,1,-1', '2,1,1,1,0,1,1', 'Nothing was imported: cells-disagree'],
  ])('of a conversation with a fault in %s', async (file, right, wrong, sentence) => {
    await cp(harbour, folder(), { recursive: true })
    await writeFile(join(folder(), file), (await readFile(join(harbour, file), 'utf8')).replace(right, wrong))
    const before = await house.print()
    await expect(line.folkmoot('import', 'polis', folder(), '--place', 'never')).rejects.toThrow(sentence)
    expect(await slugs()).not.toContain('never')
    expect(await house.print()).toEqual(before)
  })

  test('of a council in which somebody is unknown', async () => {
    const file = join(String(line.environment['FOLKMOOT_DATA']), 'council.json')
    await writeFile(file, (await readFile(council, 'utf8')).replace('"person_id": "li"', '"person_id": "lo"'))
    await expect(line.folkmoot('import', 'popolo', file, '--place', 'never')).rejects.toThrow(
      'person_id ‘lo’ is unknown',
    )
    expect(await slugs()).not.toContain('never')
  })
})

test('an imported conversation is told: closed on its day, people counted with their source, nothing open', async () => {
  const said = await line.folkmoot('import', 'polis', harbour, '--place', 'quay')
  expect(said).toContain('4 statements, 6 people, 7 votes; 7 cells checked. New.')
  const place = (await allJurisdictions(house.database)).find(({ slug }) => slug === 'quay')
  if (!place) throw new Error('not imported')
  const visitor = await house.browser(place, null)
  const home = (await visitor.get('')).html
  expect(home).toContain('No question is open now.')
  expect(home).not.toContain('vote, or take a seat')
  expect(home).toContain('Told as far as:')
  const at = '/problems/a-harbour-for-everyone-fictional'
  const people = (await visitor.get(`${at}/people`)).html
  expect(people).toContain('people who voted on statements; who they are is unknown')
  expect(people).toContain('https://polis.example/harbour')
  const journey = (await visitor.get(at)).html
  expect(journey).toContain('It ended on 14 November 2023.')
  for (const unknown of [2, 5, 6, 7]) expect(journey).toContain(`Step ${unknown}, unknown:`)
  for (const done of [1, 3, 4]) expect(journey).toContain(`Step ${done}, done:`)
  expect(journey).not.toContain('now:')
})
