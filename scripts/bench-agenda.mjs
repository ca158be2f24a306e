// npm run bench -- agenda: a town with 20,000 problems and 2,000,000 supports; each page at 20 requests a second.
// Nothing here is kept for visitors: each request is made from the database. Times are taken where the answer arrives; beside
// them stands what a page costs of a core, in the application and in its database, which other work on the machine hardly changes.
import { createHash } from 'node:crypto'
import { measure } from './bench-page.mjs'
import { inMeasuredPlace } from './bench-place.mjs'

const pace = { perSecond: Number(process.env.RATE ?? 20), seconds: Number(process.env.SECONDS ?? 30) }
const problems = Number(process.env.PROBLEMS ?? 20_000)
const supports = Number(process.env.SUPPORTS ?? 2_000_000)

// `TOWN=folder` keeps the prepared town and takes it again the next time: making it takes minutes.
await inMeasuredPlace(
  { program: 'measured-agenda', args: [problems, supports], port: 3791, kept: process.env.TOWN, settle: 90_000 },
  async ({ place, ...ground }) => {
    console.log(`${problems} problems, ${supports} supports`)
    for (const [name, request] of Object.entries(requests(ground.port, place)))
      await measure({ ...ground, ...pace }, name, request)
  },
)

/** What is asked, by its name; never twice the same, so that nothing kept answers. */
function requests(port, { tokens, slugs, texts }) {
  const words = (at, count) =>
    texts[(at * 7) % texts.length]
      .replace(/^Why is there |\?$/g, '')
      .split(' ')
      .slice(0, count)
      .join(' ')
  const deep = new Date(Date.now() - (problems / 2) * 7 * 60_000).getTime() * 1000
  const get = (pathOf) => (at) => [`/en/measured${pathOf(at)}`, {}]
  return {
    list: get((at) => `/problems?never=${at}`),
    'list, half way down': get((at) => `/problems?after=${deep - at}_${'0f0e0d0c-0b0a-4908-8706-050403020100'}`),
    'list by state and time left': get((at) => `/problems?state=collecting&order=time-left&never=${at}`),
    'list narrowed by words': get((at) => `/problems?q=${encodeURIComponent(words(at, 2))}&never=${at}`),
    search: get((at) => `/search?q=${encodeURIComponent(words(at, 2))}&never=${at}`),
    'near while typing': (at) => {
      const token = tokens[at % tokens.length]
      const body = new URLSearchParams({
        'form-token': createHash('sha256').update(`form\n${token}`).digest('base64url'),
        question: `${words(at, 7)} ${at}`,
      })
      const headers = { cookie: `folkmoot-measured=${token}`, origin: `http://localhost:${port}`, 'x-island': '1' }
      return ['/en/measured/problems/near', { method: 'POST', body, headers }]
    },
    'the body’s list': get((at) => `/agenda?never=${at}`),
    home: get((at) => `?never=${at}`),
    'journey of one problem': get((at) => `/problems/${slugs[at % slugs.length]}?never=${at}`),
  }
}
