import { mkdir, mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { accept } from '@folkmoot/basics/result.ts'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { intoNewFolder } from './new-folder.ts'

let root: string
beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'folder-'))
})
afterAll(() => rm(root, { recursive: true }))

it('has its name only when it is whole', async () => {
  const folder = join(root, 'whole')
  await mkdir(folder) // an empty one may be there
  await intoNewFolder(folder, async (put) => {
    await put('a.csv', ['one\n', 'two\n'])
    expect(await readdir(folder)).toEqual([])
    expect((await readdir(root)).filter((name) => name.startsWith('whole.unfinished-'))).toHaveLength(1)
    return accept(null)
  })
  expect(await readFile(join(folder, 'a.csv'), 'utf8')).toBe('one\ntwo\n')
  expect((await readdir(root)).filter((name) => name.startsWith('whole'))).toEqual(['whole'])
})

it('is not there, nor anything beside it, when writing fails half-way', async () => {
  async function* breaking(): AsyncGenerator<string> {
    yield 'x'.repeat(200_000)
    throw new Error('the database is gone')
  }
  const filling = intoNewFolder(join(root, 'half'), async (put) => {
    await put('a.csv', ['one\n'])
    await put('b.csv', breaking())
    return accept(null)
  })
  await expect(filling).rejects.toThrow('the database is gone')
  expect((await readdir(root)).filter((name) => name.startsWith('half'))).toEqual([])
})

it('is not written over where somebody filled it meanwhile', async () => {
  const folder = join(root, 'meanwhile')
  const filling = intoNewFolder(folder, async (put) => {
    await put('a.csv', ['ours\n'])
    await mkdir(join(folder, 'theirs'), { recursive: true })
    return accept(null)
  })
  await expect(filling).rejects.toThrow('ENOTEMPTY')
  expect(await readdir(folder)).toEqual(['theirs'])
})
