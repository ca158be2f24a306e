import { expect, it } from 'vitest'
import { votesReader } from './polis-rows.ts'

it('a row that is wrong lets go of all before it, and every later fault is still named', () => {
  const header = votesReader(['timestamp', 'comment-id', 'voter-id', 'vote'])
  if ('missing' in header) throw new Error('columns are missing')
  const { reader } = header
  const said = [
    ['1', '0', 'a', '1'],
    ['2', '0', 'b', '2'],
    ['3', '0', 'c', '1'],
    ['4', '0', 'd', 'x'],
  ].map((row, at) => reader.read(row, at + 2))
  expect(said).toEqual([
    undefined,
    'line 3, column vote: vote is "2", not -1, 0 or 1',
    undefined,
    'line 5, column vote: vote is "x", not -1, 0 or 1',
  ])
  expect(reader.matrix().people).toEqual([])
  expect([...reader.votes()]).toEqual([])
})
