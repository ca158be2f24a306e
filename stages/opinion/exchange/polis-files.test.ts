import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readComments, readEitherVotes, readVotes } from './polis-files.ts'

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'field-'))
})
afterAll(() => rm(folder, { recursive: true }))

const put = (file: string, text: string) => writeFile(join(folder, file), text)
const head = 'timestamp,datetime,comment-id,voter-id,vote'
const rows = ['5,x,0,a,1', '3,x,0,a,-1', '4,x,1,b,0', '4,x,1,b,0']

const votesOf = async (text: string, known?: ReadonlySet<string>) => {
  await put('votes.csv', text)
  const read = await readVotes(folder, known)
  if (!read.ok) return read.at
  const { people, statements, start, column, value } = read.value.matrix()
  return people.map((person, at) => [
    person,
    ...Array.from(column.subarray(start[at], start[at + 1]), (place, i) => [
      statements[place],
      value[(start[at] ?? 0) + i],
    ]),
  ])
}

const right = [
  ['a', ['0', 1]],
  ['b', ['1', 0]],
]

describe('votes.csv', () => {
  it.each([
    ['as it comes', [head, ...rows].join('\n')],
    ['with a byte order mark', `\ufeff${[head, ...rows].join('\n')}`],
    ['with the line ends of Windows', [head, ...rows, ''].join('\r\n')],
    ['with both line ends', `${head}\r\n${rows.join('\n')}\r\n`],
    ['with empty lines', [head, '', ...rows, '', ''].join('\n')],
    ['with every field in quotes', [head, ...rows].join('\n').replaceAll(/[^,\n]+/g, '"$&"')],
  ])('%s: the latest vote counts, and a repeated row adds nothing', async (_, text) => {
    expect(await votesOf(text)).toEqual(right)
  })

  it('gives every vote in the order of its time, those of one instant as they stand', async () => {
    await put('votes.csv', [head, ...rows].join('\n'))
    const read = await readVotes(folder)
    if (!read.ok) throw new Error(read.at)
    expect([...read.value.votes()].map(({ person, vote, time }) => [person, vote, time])).toEqual([
      ['a', -1, 3],
      ['b', 0, 4],
      ['b', 0, 4],
      ['a', 1, 5],
    ])
  })

  it('names every fault by line and column, and gives nothing', async () => {
    const bad = ['5,x,0,a,2', '5,x,0,a', 'now,x,0,a,1', '5,x,9,a,1', '5,x,0,,1', '5,"x\ny",0,a,yes', '5,x,0,a,']
    expect(await votesOf([head, ...rows, ...bad].join('\r\n'), new Set(['0', '1']))).toBe(
      [
        'votes.csv, line 6, column vote: vote is "2", not -1, 0 or 1',
        'votes.csv, line 7: 4 fields, the header has 5',
        'votes.csv, line 8: timestamp is "now", not a whole number',
        'votes.csv, line 9: statement "9" is not in comments.csv',
        'votes.csv, line 10: voter-id is empty',
        'votes.csv, line 11, column vote: vote is "yes", not -1, 0 or 1',
        'votes.csv, line 13, column vote: vote is "", not -1, 0 or 1',
      ].join('\n'),
    )
  })

  it('names twenty of many faults and counts the others', async () => {
    const said = await votesOf([head, ...Array.from({ length: 1_000 }, () => '5,x,0,a,7')].join('\n'))
    expect(String(said).split('\n')).toHaveLength(21)
    expect(said).toContain('… and 980 more')
  })

  it.each([
    ['without a column', 'timestamp,datetime,voter-id\n', 'votes.csv, line 1: no column comment-id, vote'],
    ['with a column twice', `${head},vote\n`, 'votes.csv, line 1: column vote is there twice'],
    ['that is empty', '', 'votes.csv, line 1: nothing is in it'],
    ['with a quote that never ends', `${head}\n5,"x,0,a,1\n5,x,0,a,1\n`, 'votes.csv, line 2: Quote Not Closed'],
    ['with a quote in a field', `${head}\n5,x"y",0,a,1\n`, 'votes.csv, line 2: Invalid Opening Quote'],
  ])('%s says so', async (_, text, sentence) => {
    expect(await votesOf(text)).toContain(sentence)
  })

  it('does not take the rest of a large file for one field', async () => {
    const said = await votesOf(`${head}\n5,x,0,a,1\n5,"x,0,a,1\n${'5,x,0,a,1\n'.repeat(400_000)}`)
    expect(said).toContain('votes.csv, line 3: Max Record Size')
  })
})

describe('the matrix alone', () => {
  const matrixOf = async (text: string) => {
    await rm(join(folder, 'votes.csv'), { force: true })
    await put('participants-votes.csv', text)
    const read = await readEitherVotes(folder)
    return read.ok ? [read.value.from, read.value.matrix().people] : read.at
  }

  it('is read where there is no votes.csv', async () => {
    expect(await matrixOf('participant,group-id,0,1\r\n7,0,1,\r\n8,,,-1\r\n')).toEqual([
      'participants-votes.csv',
      ['7', '8'],
    ])
  })

  it.each([
    ['participant,0,1\n7,1,2\n', 'participants-votes.csv, line 2, column 1: vote is "2", not -1, 0 or 1'],
    ['participant,0\n7,1\n7,1\n', 'participants-votes.csv, line 3: participant "7" is there twice'],
    ['participant,0,0\n7,1,1\n', 'participants-votes.csv, line 1: column 0 is there twice'],
    ['participant\n7\n', 'participants-votes.csv, line 1: no column 0'],
  ])('names what is wrong: %s', async (text, sentence) => {
    expect(await matrixOf(text)).toBe(sentence)
  })
})

describe('comments.csv', () => {
  it('names each fault', async () => {
    await put('comments.csv', 'timestamp,comment-id,moderated,comment-body\n1,0,1,Yes\n1,0,1,Yes\n1,1,1,\n1,x,1,No\n')
    expect(await readComments(folder)).toMatchObject({
      at: [
        'comments.csv, line 3: comment 0 is there twice',
        'comments.csv, line 4: comment-body is empty',
        'comments.csv, line 5: comment-id is not a number',
      ].join('\n'),
    })
  })
})
