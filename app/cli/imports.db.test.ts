import { cp, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { allJurisdictions } from '../../platform/directory/index.ts'
import { contentOf } from '../database-content.ts'
import { openTestHouse, type Browser, type TestHouse } from '../testing.ts'
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

describe('an imported conversation is told: closed on its day, people counted with their source, nothing open', () => {
  const at = '/problems/a-harbour-for-everyone-fictional'
  const visitorAt = async (slug: string): Promise<Browser> => {
    const place = (await allJurisdictions(house.database)).find((one) => one.slug === slug)
    if (!place) throw new Error('not imported')
    house.house.places.forget()
    return house.browser(place, null)
  }

  test('in a place of its own, which is told as a whole', async () => {
    const said = await line.folkmoot('import', 'polis', harbour, '--place', 'quay', '--name', 'The quay')
    expect(said).toContain('4 statements, 6 people, 7 votes; 7 cells checked. New.')
    const visitor = await visitorAt('quay')
    const home = (await visitor.get('')).html
    expect(home).toContain('The quay: told from published sources')
    expect(home).not.toContain('Raise a problem')
    const people = (await visitor.get(`${at}/people`)).html
    expect(people).toContain('people who voted on statements; who they are is unknown')
    expect(people).toContain('https://polis.example/harbour')
    const journey = (await visitor.get(at)).html
    expect(journey).toContain('It ended on 14 November 2023.')
    for (const unknown of [2, 5, 6, 7]) expect(journey).toContain(`Step ${unknown}, unknown:`)
    for (const done of [1, 3, 4]) expect(journey).toContain(`Step ${done}, done:`)
    expect(journey).not.toContain('now:')
    const vote = (await visitor.get(`${at}/statements`)).html
    expect(vote).toContain('Voting has closed')
    expect(vote).not.toContain('The elected body answers each recommendation')
    // A council that acts does not move in there, and the place counts as real data.
    await expect(line.folkmoot('import', 'popolo', council, '--place', 'quay')).rejects.toThrow('nobody acts there')
    expect(await contentOf(house.url)).toBe('real')
    expect(await line.folkmoot('import', 'polis', harbour, '--place', 'quay')).toContain('nothing was added')
  })

  test('in a town that acts, whose home counts it among no open ones', async () => {
    await line.folkmoot('import', 'popolo', council, '--place', 'acting')
    await line.folkmoot('import', 'polis', harbour, '--place', 'acting')
    const home = (await (await visitorAt('acting')).get('')).html
    expect(home).toContain('No question is open now.')
    expect(home).not.toContain('vote, or take a seat')
    expect(home).not.toContain('What we work on together')
    expect(home).toContain('Told as far as:')
  })
})
