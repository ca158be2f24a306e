// npm run bench -- thread: the thread of a case with a text of 400 clauses, 5,000 contributions and 20,000 citations, read at 10 requests a
// second by a member, for whom no page is kept. "First" is measured after something public was recorded before each request, so that
// nothing of the thread is kept either; "repeated" while nothing happens. Beside the times stands what a page costs of a core, in the
// application and in its database; of the first ones it includes the act that was recorded.
import { createHash } from 'node:crypto'
import { measure } from './bench-page.mjs'
import { inMeasuredPlace } from './bench-place.mjs'

const pace = { perSecond: Number(process.env.RATE ?? 10), seconds: Number(process.env.SECONDS ?? 30) }

await inMeasuredPlace({ program: 'measured-draft', port: 3796 }, async ({ place, ...ground }) => {
  console.log(`${place.cites} citations`)
  const act = actOf(ground.origin, place)
  for (const [name, request] of Object.entries(requests(place))) {
    await measure({ ...ground, ...pace }, `${name}, first`, request, act)
    await measure({ ...ground, ...pace }, `${name}, repeated`, request)
  }
})

function requests({ slug, token, idea }) {
  const headers = { cookie: `folkmoot-measured=${token}` }
  const get = (path) => (at) => [
    `/en/measured/problems/${slug}${path}${path.includes('?') ? '&' : '?'}never=${at}`,
    { headers },
  ]
  return {
    'the thread': get('/thread'),
    'the journey with its thread': get(''),
    'the last page of 5,000 experiences': get('/thread/experience?page=100'),
    'the clauses of one box': get('/thread/recommendations-1-3'),
    'what became of one contribution': get(`/thread/idea/${idea}`),
  }
}

/** Something small that is public: a comment in the margin of a clause. */
function actOf(origin, { slug, token, clause }) {
  const path = `${origin}/en/measured/problems/${slug}/draft/clauses/${clause}/remarks`
  const formToken = createHash('sha256').update(`form\n${token}`).digest('base64url')
  let said = 0
  return async () => {
    said += 1
    const sent = await fetch(path, {
      method: 'POST',
      redirect: 'manual',
      headers: { cookie: `folkmoot-measured=${token}`, 'content-type': 'application/x-www-form-urlencoded' },
      body: new URLSearchParams({ 'form-token': formToken, remark: `A comment, the ${said}th` }),
    })
    if (sent.status !== 303) throw new Error(`the comment was not taken: ${sent.status}`)
    await sent.arrayBuffer()
  }
}
