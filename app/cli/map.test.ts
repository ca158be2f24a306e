import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { mapOpinions } from '@folkmoot/opinion-map/opinion-map.ts'
import { twoMinds } from '@folkmoot/opinion-map/testing-votes.ts'
import { matrixOf } from '@folkmoot/opinion-map/votes.ts'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { commandLine, type CommandLine } from './testing.ts'

const seed = 'harbour'
const numbers = /\d+/
const votes = twoMinds({ people: 120, statements: 12 }).map(({ person, statement, vote }) => ({
  person: numbers.exec(person)?.[0] ?? '',
  statement: numbers.exec(statement)?.[0] ?? '',
  vote,
}))
const matrix = matrixOf(votes)
const map = mapOpinions(matrix, { seed })

let folder: string
let line: CommandLine

beforeAll(async () => {
  line = commandLine()
  folder = await mkdtemp(join(tmpdir(), 'map-'))
  const rows = votes.map(({ person, statement, vote }) => `1,${statement},${person},${vote}`)
  const comments = matrix.statements.map((id) => `1,${id},1,"Say <${id}> & \u001b[31m more"`)
  await writeFile(join(folder, 'votes.csv'), ['timestamp,comment-id,voter-id,vote', ...rows].join('\r\n'))
  await writeFile(join(folder, 'comments.csv'), ['timestamp,comment-id,moderated,comment-body', ...comments].join('\n'))
  await writeFile(join(folder, 'summary.csv'), 'topic,"The <old> harbour \u001b[31m"\n')
})
afterAll(async () => {
  line.end()
  await rm(folder, { recursive: true })
})

type Report = { readonly said: string; readonly html: string; readonly json: Analysis }
type Analysis = {
  readonly groups: readonly { readonly people: number }[]
  readonly statements: readonly { readonly agree: number; readonly divides: number }[]
  readonly explained: readonly number[]
}

async function reported(): Promise<Report> {
  const [html, json] = [join(folder, 'map.html'), join(folder, 'map.json')]
  const said = await line.folkmoot('map', folder, '--seed', seed, '--html', html, '--json', json)
  return { said, html: await readFile(html, 'utf8'), json: JSON.parse(await readFile(json, 'utf8')) }
}

/** Of each table its rows, by its caption. */
function tablesIn(html: string): ReadonlyMap<string, readonly (readonly string[])[]> {
  const inside = (text: string, tag: string): readonly string[] =>
    [...text.matchAll(new RegExp(`<${tag}\\b[^>]*>(.*?)</${tag}>`, 'gs'))].map(([, found = '']) => found)
  return new Map(
    inside(html, 'table').map((table) => [
      inside(table, 'caption')[0] ?? '',
      inside(inside(table, 'tbody')[0] ?? '', 'tr').map((row) => inside(row, 'td')),
    ]),
  )
}

describe('folkmoot map', () => {
  test('says in numbers what the map says', async () => {
    const { json } = await reported()
    expect(json.groups.map(({ people }) => people)).toEqual(map.votes.map(({ members }) => members))
    expect(json.statements.map(({ agree }) => agree)).toEqual([...map.sums.agree])
    expect(json.statements.map(({ divides }) => divides)).toEqual([...map.division])
    expect(json.explained).toEqual(map.explained)
  })

  test('every number in the tables of the page is one of the map, and the terminal says the same ones', async () => {
    const { html, said } = await reported()
    const tables = tablesIn(html)
    expect(tables.get('The groups')?.map(([, people]) => people)).toEqual(map.votes.map(({ members }) => `${members}`))
    const dividing = tables.get('Statements that divide, with how many agree') ?? []
    expect(dividing).toHaveLength(10)
    for (const [apart, a, b, id = ''] of dividing) {
      const place = matrix.statements.indexOf(id)
      const of = (group: number): string => `${map.votes[group]?.agree[place]} of ${map.votes[group]?.seen[place]}`
      expect([apart, a, b]).toEqual([`${Math.round((map.division[place] ?? 0) * 100)} %`, of(0), of(1)])
    }
    for (const [group, name] of ['A', 'B'].entries()) {
      const rows = tables.get(`Statements that tell group ${name} from the others`) ?? []
      expect(rows.map(([, count, ratio, , id]) => [count, ratio, id])).toEqual(
        map.representatives[group]?.map(({ count, seen, standing, place }) => [
          `${count} of ${seen}`,
          `× ${standing.ratio.toFixed(2)}`,
          matrix.statements[place],
        ]),
      )
    }
    for (const [caption, rows] of tables) {
      expect(said).toContain(`${caption}:`)
      for (const cell of rows.flatMap((row) => row.slice(0, -1))) expect(said).toContain(cell)
    }
  })

  test('draws nobody alone, runs nothing, asks for nothing, and takes nobody’s words for markup', async () => {
    const { html, said } = await reported()
    expect(html).not.toMatch(/<script|src=|href=|url\(|@import/)
    expect(html).toContain('The &lt;old&gt; harbour')
    expect(html).not.toContain('<old>')
    expect(said).not.toContain('\u001b')
    const drawn = Number(/(\d+) people are not drawn/.exec(html)?.[1])
    const dots = [...html.matchAll(/<circle /g)].length
    expect(dots).toBeGreaterThan(2)
    expect(dots * 5).toBeLessThanOrEqual(120 - drawn)
  })

  test('names every wrong line and says nothing else', async () => {
    const bad = await mkdtemp(join(tmpdir(), 'map-'))
    await writeFile(join(bad, 'votes.csv'), 'timestamp,comment-id,voter-id,vote\n1,0,7,1\n1,0,7,5\n1,0\n')
    await expect(line.folkmoot('map', bad, '--html', join(bad, 'map.html'))).rejects.toThrow(
      'votes.csv, line 3, column vote: vote is "5", not -1, 0 or 1\nvotes.csv, line 4: 2 fields, the header has 4',
    )
    await expect(readFile(join(bad, 'map.html'))).rejects.toThrow('ENOENT')
    await rm(bad, { recursive: true })
  })

  test('lets no file of others steer the terminal where it names what is wrong', async () => {
    const bad = await mkdtemp(join(tmpdir(), 'map-'))
    const header = 'timestamp,comment-id,voter-id,vote,\u001b[31m,\u001b[31m'
    await writeFile(join(bad, 'votes.csv'), `${header}\n1,0,7,\u001b]0;x\u0007,,\n`)
    const said = await line.folkmoot('map', bad).catch(String)
    expect(said).toContain('line 1: column [31m is there twice')
    expect(said).toContain('line 2, column vote: vote is " ]0;x "')
    for (const sign of ['\u001b', '\u0007']) expect(said).not.toContain(sign)
    await rm(bad, { recursive: true })
  })

  test('what it writes holds whole numbers: nobody else on the machine may read it', async () => {
    await reported()
    for (const file of ['map.html', 'map.json']) expect((await stat(join(folder, file))).mode & 0o777).toBe(0o600)
  })

  test('says something of very few votes too', async () => {
    const few = await mkdtemp(join(tmpdir(), 'map-'))
    await writeFile(join(few, 'participants-votes.csv'), 'participant,0\n7,1\n')
    const said = await line.folkmoot('map', few)
    expect(said).toContain('1 people gave 1 votes on 1 statements (participants-votes.csv)')
    expect(said).not.toMatch(/NaN|undefined|Infinity/)
    await rm(few, { recursive: true })
  })

  test('without files says which are needed', async () => {
    await expect(line.folkmoot('map', join(folder, 'nowhere'))).rejects.toThrow('There is neither votes.csv nor')
  })
})
