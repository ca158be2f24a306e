// npm run bench -- ideas: a case with 10,000 ideas, one of which has 2,000 comments; each page at 10 requests a second.
// Nothing here is kept for visitors: each request is made from the database. Times are taken where the answer arrives; beside
// them stands what a page costs of a core, in the application and in its database, which other work on the machine hardly changes.
import { measure } from './bench-page.mjs'
import { inMeasuredPlace } from './bench-place.mjs'

const pace = { perSecond: Number(process.env.RATE ?? 10), seconds: Number(process.env.SECONDS ?? 30) }
const ideas = Number(process.env.IDEAS ?? 10_000)
const comments = Number(process.env.COMMENTS ?? 2_000)

// `TOWN=folder` keeps the prepared town and takes it again the next time.
await inMeasuredPlace(
  { program: 'measured-ideas', args: [ideas, comments], port: 3793, kept: process.env.TOWN, settle: 60_000 },
  async ({ place, ...ground }) => {
    console.log(`${ideas} ideas, ${comments} comments`)
    for (const [name, request] of Object.entries(requests(place))) await measure({ ...ground, ...pace }, name, request)
    await walk(ground.origin, place)
  },
)

/** What is asked, by its name; never twice the same, so that nothing kept answers. */
function requests({ slug }) {
  const [lastPage, lastComments] = [Math.ceil(ideas / 20), Math.ceil(comments / 30)]
  const get = (path) => (at) => [
    `/en/measured/problems/${slug}/ideas${path}${path.includes('?') ? '&' : '?'}never=${at}`,
    {},
  ]
  return {
    'varied order, first page': get(''),
    'varied order, last page': get(`?page=${lastPage}`),
    'newest, last page': get(`?order=newest&page=${lastPage}`),
    'by place, half way': get(`?order=place&page=${Math.ceil(lastPage / 2)}`),
    'unheard ideas of one place': get('?order=unheard&kind=idea&area=Library'),
    'the map': get('/map'),
    '2,000 comments, first page': get('/1'),
    '2,000 comments, last page': get(`/1?page=${lastComments}`),
  }
}

/** Every page of every order once: nothing is missing, nothing stands twice. */
async function walk(origin, { slug }) {
  for (const order of ['varied', 'newest', 'place', 'unheard']) {
    const seen = []
    for (let page = 1; page <= Math.ceil(ideas / 20); page += 1) {
      const html = await (
        await fetch(`${origin}/en/measured/problems/${slug}/ideas?order=${order}&page=${page}`)
      ).text()
      for (const [, number] of html.matchAll(/<h3><a href="[^"]*\/ideas\/(\d+)"/g)) seen.push(number)
    }
    console.log(`order ${order}: ${seen.length} on all pages, ${new Set(seen).size} of them different`)
  }
}
