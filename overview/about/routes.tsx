import { anyone } from '@folkmoot/basics/actor.ts'
import { notFound, page, route, type Route, type Visit } from '../../platform/http/index.ts'
import { aboutWords, type AboutKey } from './messages/words.ts'
import { AboutPage, type AboutSection } from './pages/about-page.tsx'
import { KeptTable } from './pages/kept-table.tsx'

/** The pages there are, each with its number of sections. */
const sectionsOf = {
  privacy: 6,
  accessibility: 4,
  'without-a-computer': 5,
  methods: 8,
  draw: 9,
  representation: 8,
} as const
type About = keyof typeof sectionsOf
const numbers = ['1', '2', '3', '4', '5', '6', '7', '8', '9'] as const

/** Methods that are explained on a page of their own. */
const ownPages: Readonly<
  Partial<Record<(typeof numbers)[number], { readonly page: About; readonly words: AboutKey }>>
> = {
  '7': { page: 'draw', words: 'methods.7.link' },
  '8': { page: 'representation', words: 'methods.8.link' },
}

export const aboutRoutes: readonly Route[] = [
  route('about', { allowed: anyone, records: 'nothing' }, (visit) => {
    const name = visit.params.page
    if (!isAbout(name)) return notFound()
    const say = aboutWords.say(visit.lang)
    const place = visit.jurisdiction.name
    return page({
      title: say(`${name}.title`),
      body: (
        <AboutPage title={say(`${name}.title`)} lead={say(`${name}.lead`, { place })} sections={sections(visit, name)}>
          {name === 'privacy' ? <KeptTable say={say} /> : null}
        </AboutPage>
      ),
    })
  }),
]

function isAbout(name: string): name is About {
  return Object.hasOwn(sectionsOf, name)
}

function sections(visit: Visit<'about'>, name: About): readonly AboutSection[] {
  const say = aboutWords.say(visit.lang)
  const place = visit.jurisdiction.name
  return numbers.slice(0, sectionsOf[name]).map((number, i) => {
    const isRoute = name === 'without-a-computer' && i === 0
    const text = isRoute
      ? visit.jurisdiction.offlineRoute || say('without-a-computer.1.default', { place })
      : say(`${name}.${number}.text` as AboutKey, { place }) // as many as the table above says
    const own = name === 'methods' ? ownPages[number] : undefined
    const more = own && { text: say(own.words), href: visit.to('about', { page: own.page }) }
    return { title: say(`${name}.${number}.title` as AboutKey, { place }), text, more }
  })
}
