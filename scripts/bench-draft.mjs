// npm run bench -- draft: a text of 60 pages, 400 clauses, 5,000 contributions and 20,000 citations, read at 10 requests a second by
// a member, for whom nothing is kept: each page is made from the database. Times are taken where the answer arrives; beside them
// stands what a page costs of a core, in the application and in its database, which other work on the machine hardly changes.
import { measure } from './bench-page.mjs'
import { inMeasuredPlace } from './bench-place.mjs'

const pace = { perSecond: Number(process.env.RATE ?? 10), seconds: Number(process.env.SECONDS ?? 30) }

await inMeasuredPlace({ program: 'measured-draft', port: 3794 }, async ({ place, ...ground }) => {
  console.log(`${place.cites} citations`)
  for (const [name, request] of Object.entries(requests(place))) await measure({ ...ground, ...pace }, name, request)
})

function requests({ slug, token, clause, section }) {
  const headers = { cookie: `folkmoot-measured=${token}` }
  const get = (path) => (at) => [
    `/en/measured/problems/${slug}/draft${path}${path.includes('?') ? '&' : '?'}never=${at}`,
    { headers },
  ]
  return {
    'the text': get(''),
    'a clause with its sources': get(`/clauses/${clause}`),
    'two versions side by side': get('/versions/1/3'),
    'the form of a section': get(`/write/${section}`),
  }
}
