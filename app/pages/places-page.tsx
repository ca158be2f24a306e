import { href } from '@folkmoot/basics/addresses.ts'
import type { Jurisdiction } from '../../platform/directory/index.ts'
import type { Say } from '../../platform/i18n/index.ts'
import { Head } from '../../ui/index.ts'
import type { AppKey } from '../messages/words.ts'

export type PlacesPageProps = {
  readonly say: Say<AppKey>
  readonly lang: string
  readonly places: readonly Jurisdiction[]
}

/** Which place: where one can act first, then the told ones. */
export function PlacesPage({ say, lang, places }: PlacesPageProps) {
  const sorted = [...places].sort((a, b) => Number(a.isTold) - Number(b.isTold))
  return (
    <>
      <Head title={say('places.title')} lead={say('places.lead')} />
      <ul class="fm-list">
        {sorted.map((place) => (
          <li>
            <h2 class="fm-h-mid">
              <a
                class="fm-link"
                href={href('home', {
                  lang: place.languages.includes(lang) ? lang : (place.languages[0] ?? lang),
                  jurisdiction: place.slug,
                })}
              >
                {place.name}
              </a>
            </h2>
            <p class="fm-mini">
              {say(`places.level.${place.level}`)}
              {place.isFictional ? ` · ${say('places.fictional')}` : ''}
              {place.isTold ? ` · ${say('places.told')}` : ''}
            </p>
            {place.tagline ? <p>{place.tagline}</p> : null}
          </li>
        ))}
      </ul>
    </>
  )
}
