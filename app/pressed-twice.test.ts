import { expect, test } from 'vitest'
import { redirect, refused, type Reply } from '../platform/http/index.ts'
import { openPressedTwice, type Press } from './pressed-twice.ts'

const press = (words: string, other: Partial<Press> = {}): Press => ({
  session: 'alice',
  path: '/en/testhavn/problems/new',
  form: { typed: { question: [words] }, files: {} },
  ...other,
})

/** Counts what was really done. */
function doing(make: () => Reply = () => redirect('/done')) {
  const count = { done: 0 }
  const act = async (): Promise<Reply> => {
    count.done += 1
    return make()
  }
  return { count, act }
}

test('a form pressed twice is done once, and both hear the same', async () => {
  const pressed = openPressedTwice()
  const { count, act } = doing()
  const [first, second] = await Promise.all([pressed(press('Why?'), act), pressed(press('Why?'), act)])
  expect(second).toBe(first)
  expect(await pressed(press('Why?'), act)).toBe(first)
  expect(count.done).toBe(1)
})

test('agree, disagree, agree is three answers', async () => {
  const pressed = openPressedTwice()
  const { count, act } = doing()
  for (const choice of ['agree', 'disagree', 'agree']) await pressed(press(choice), act)
  expect(count.done).toBe(3)
})

test('another person, another page, another picture is another form', async () => {
  const pressed = openPressedTwice()
  const { count, act } = doing()
  const picture = (name: string): Press['form'] => ({ typed: {}, files: { photo: new File(['x'], name) } })
  await pressed(press('Why?'), act)
  await pressed(press('Why?', { session: 'bashir' }), act)
  await pressed(press('Why?', { path: '/da/testhavn/problems/new' }), act)
  await pressed(press('', { form: picture('a.png') }), act)
  await pressed(press('', { form: picture('b.png') }), act)
  expect(count.done).toBe(5)
})

test('what was refused or broke is tried again', async () => {
  const pressed = openPressedTwice()
  const { count, act } = doing(() => refused('Not now.'))
  await pressed(press('Why?'), act)
  await pressed(press('Why?'), act)
  expect(count.done).toBe(2)
  const broken = async (): Promise<Reply> => {
    throw new Error('broken')
  }
  await expect(pressed(press('Who?'), broken)).rejects.toThrow('broken')
  expect(await pressed(press('Who?'), act)).toMatchObject({ kind: 'refused' })
})
