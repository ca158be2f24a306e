import { anyone } from '@folkmoot/basics/actor.ts'
import { page, route, type Route } from '../../platform/http/index.ts'
import { find } from './find.ts'
import { searchWords } from './messages/words.ts'
import { SearchPage } from './pages/search-page.tsx'

export const searchRoutes: readonly Route[] = [
  route('search', { allowed: anyone, records: 'nothing' }, async (visit) => {
    const say = searchWords.say(visit.lang)
    const { words, isCut } = asked(visit.query.get('q') ?? '')
    const found = words === '' ? null : await find(visit, words, say)
    return page({
      title: say('title'),
      body: (
        <SearchPage
          say={say}
          place={visit.jurisdiction.name}
          words={words}
          isCut={isCut}
          found={found}
          to={{ search: visit.to('search'), cases: visit.to('cases') }}
        />
      ),
    })
  }),
]

const mostWords = 12
const mostLetters = 200

/** What was typed, as far as it is looked for; a database takes no control letters. */
function asked(typed: string): { readonly words: string; readonly isCut: boolean } {
  const whole = typed.replaceAll(/[\p{Cc}\p{Cs}\s]+/gu, ' ').trim()
  const words = [...whole.split(' ').slice(0, mostWords).join(' ')].slice(0, mostLetters).join('').trim()
  return { words, isCut: words !== whole }
}
