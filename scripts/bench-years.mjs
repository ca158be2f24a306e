// npm run bench -- years: a place with 2,000 cases of twenty years, 40,000 recommendations and 200,000 commitments and measurements; each
// page at 10 requests a second. Nothing here is kept for visitors: each request is made from the database. Times are taken where the
// answer arrives; beside them stands what a page costs of a core, in the application and in its database.
import { measure } from './bench-page.mjs'
import { inMeasuredPlace } from './bench-place.mjs'

const pace = {
  perSecond: Number(process.env.RATE ?? 10),
  seconds: Number(process.env.SECONDS ?? 30),
  rounds: Number(process.env.ROUNDS ?? 15),
}
const cases = Number(process.env.CASES ?? 2_000)

// `TOWN=folder` keeps the prepared place and takes it again the next time: making it takes minutes. `PAGES=desk` measures only pages
// whose name has that word.
await inMeasuredPlace(
  { program: 'measured-years', args: [cases], port: 3797, kept: process.env.TOWN, settle: 90_000 },
  async ({ place, ...ground }) => {
    const { recommendations, commitments, measurements, facts } = place
    console.log(
      `${place.cases} cases, ${recommendations} recommendations, ${commitments} commitments, ${measurements} measurements, ${facts} facts`,
    )
    const asked = Object.entries(requests(place)).filter(([name]) => name.includes(process.env.PAGES ?? ''))
    for (const [name, request] of asked) await measure({ ...ground, ...pace }, name, request)
  },
)

/** What is asked, by its name; never twice the same, so that nothing kept answers. Cases of every age come in turn. */
function requests({ tokens, slugs }) {
  const get = (pathOf, token) => (at) => {
    const path = pathOf(at)
    const headers = token === undefined ? {} : { cookie: `folkmoot-measured=${token}` }
    return [`/en/measured${path}${path.includes('?') ? '&' : '?'}never=${at}`, { headers }]
  }
  const slug = (at) => slugs[(at * 7) % slugs.length]
  // The younger half: the last ones have no answer yet, and most people read what is new.
  const recent = (at) => slugs[Math.floor(slugs.length / 2) + ((at * 7) % Math.floor(slugs.length / 2))]
  const inCase = (path, token) => get((at) => `/problems/${(at % 2 ? slug : recent)(at)}${path}`, token)
  return {
    'the desk of the mayor': get(() => '/desk', tokens.mayor),
    'the bench of the clerk': get(() => '/bench', tokens.clerk),
    'what we owe': get(() => '/owed'),
    'record of the mayor': get(() => '/people/dora'),
    'all politicians': get(() => '/people'),
    'my page of a resident': get(() => '/me', tokens.resident),
    'my page of the mayor': get(() => '/me', tokens.mayor),
    home: get(() => ''),
    'list of cases': get(() => '/problems'),
    'the public record': get(() => '/record'),
    'journey of a case': inCase(''),
    'journey of a case, for the mayor': inCase('', tokens.mayor),
    'the answer of a case': inCase('/answer'),
    // The youngest tenth have handed nothing over yet.
    'one recommendation with its answer': get(
      (at) => `/problems/${slugs[(at * 7) % Math.floor(slugs.length * 0.9)]}/answer/3`,
    ),
    'carrying out a case': inCase('/delivery'),
    'one commitment': get((at) => `/problems/${slugs[(at * 7) % Math.floor(slugs.length * 0.9)]}/delivery/5`),
    'outcome and account of a case': inCase('/outcome'),
    'the thread of a case': inCase('/thread'),
  }
}
