import { pageLanguages } from '../../platform/i18n/index.ts'
import { href } from '@folkmoot/basics/addresses.ts'
import type { Jurisdiction } from '../../platform/directory/index.ts'
import type { Say } from '../../platform/i18n/index.ts'
import { ButtonLink, CaseCard, CaseList, Empty, Head, Section } from '../../ui/index.ts'
import type { AppKey } from '../messages/words.ts'

export type PlacesPageProps = {
  readonly say: Say<AppKey>
  readonly lang: string
  readonly places: readonly Jurisdiction[]
}

/** Which place: where one can act first, then the told ones. */
export function PlacesPage({ say, lang, places }: PlacesPageProps) {
  const groups = [
    { id: 'act', title: say('places.act'), places: places.filter((place) => !place.isTold) },
    { id: 'told', title: say('places.read'), places: places.filter((place) => place.isTold) },
  ].filter((group) => group.places.length > 0)
  return (
    <>
      <Head title={say('places.title')} lead={say('places.lead')} />
      {places.length === 0 ? (
        <Empty level={2} title={say('places.none')}>
          {say('places.none-text')}
        </Empty>
      ) : null}
      {groups.map((group) => (
        <Section id={group.id} title={group.title}>
          <CaseList>
            {group.places.map((place) => (
              <Place {...{ say, lang, places, place }} />
            ))}
          </CaseList>
        </Section>
      ))}
    </>
  )
}

function Place({ say, lang, places, place }: PlacesPageProps & { readonly place: Jurisdiction }) {
  const parent = places.find(({ id }) => id === place.parent)
  const part = parent ? say('places.part-of', { place: parent.name }) : ''
  const to = href('home', {
    lang: pageLanguages(place).includes(lang) ? lang : (pageLanguages(place)[0] ?? lang),
    jurisdiction: place.slug,
  })
  const note = place.isFictional ? say('places.fictional') : place.isTold ? say('places.told') : ''
  return (
    <CaseCard
      step={<p class="fm-mini">{[say(`places.level.${place.level}`), part, note].filter(Boolean).join(' · ')}</p>}
      title={place.name}
      href={to}
      lead={place.tagline || undefined}
      action={place.isTold ? undefined : <ButtonLink href={to}>{say('places.go', { place: place.name })}</ButtonLink>}
    />
  )
}
