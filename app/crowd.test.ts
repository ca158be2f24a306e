import { Hono } from 'hono'
import { expect, it } from 'vitest'
import { openCrowd } from './crowd.ts'

it('no more are under way than may be; who comes then is told at once', async () => {
  const hono = new Hono()
  const slow = Promise.withResolvers<void>()
  hono.use(openCrowd(3, async (context) => context.text('later', 503)))
  hono.get('/', async (context) => {
    await slow.promise
    return context.text('here')
  })
  hono.get('/broken', () => {
    throw new Error('it broke')
  })
  hono.onError((_error, context) => context.text('broken', 500))
  const status = async (path: string): Promise<number> => (await hono.request(path)).status
  // What breaks holds no place.
  expect(await Promise.all(Array.from({ length: 9 }, () => status('/broken')))).toContain(500)
  const waiting = Array.from({ length: 3 }, () => status('/'))
  expect(await Promise.all([status('/'), status('/')])).toEqual([503, 503])
  slow.resolve()
  expect(await Promise.all(waiting)).toEqual([200, 200, 200])
  expect(await status('/')).toBe(200)
})
