import type { Reader } from '../../../../platform/http/index.ts'
import { ButtonLink, Said, Section, Table } from '../../../../ui/index.ts'
import type { Problem } from '../../store.ts'
import type { SayActor } from '../messages/words.ts'
import type { ActorRow } from '../store.ts'
import { Missing } from './missing.tsx'

export type ActorsPartProps = {
  readonly reader: Reader
  readonly say: SayActor
  readonly problem: Problem
  readonly actors: readonly ActorRow[]
  readonly mayAdd: boolean
}

/** On the page of the problem: who is named and who is missing, and the way to the map. */
export function ActorsPart({ reader, say, problem, actors, mayAdd }: ActorsPartProps) {
  const slug = { problem: problem.slug }
  return (
    <Section
      id="actors"
      title={say('map.title')}
      {...(actors.length > 0 ? { more: { href: reader.to('problem.actors', slug), text: say('map.more') } } : {})}
    >
      {actors.length === 0 ? (
        <p class="fm-muted">
          {say('map.none')} {say('map.none-next')}
        </p>
      ) : (
        <>
          <Table
            caption={say('map.title')}
            isCaptionHidden
            columns={[{ label: say('table.name'), width: 'most' }, { label: say('table.part') }]}
            rows={actors.map((actor) => ({
              cells: [
                <a href={reader.to('problem.actor', { ...slug, number: actor.number })}>
                  <Said lang={actor.language}>{actor.name}</Said>
                </a>,
                say(`relation.${actor.relation}`),
              ],
            }))}
          />
          <Missing say={say} lang={reader.lang} actors={actors} />
        </>
      )}
      {mayAdd ? (
        <div class="fm-act">
          <ButtonLink variant="secondary" href={reader.to('problem.naming-actor', slug)}>
            {say('map.add')}
          </ButtonLink>
        </div>
      ) : null}
    </Section>
  )
}
