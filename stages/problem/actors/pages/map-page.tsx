import type { Reader } from '../../../../platform/http/index.ts'
import { ButtonLink, Columns, Empty, Head, Said, Section, Stack, Table } from '../../../../ui/index.ts'
import type { Problem } from '../../store.ts'
import type { SayActor } from '../messages/words.ts'
import { isAffected } from '../missing.ts'
import type { ActorRow } from '../store.ts'
import { ActorPicture } from './actor-picture.tsx'
import { bringsLine } from './lines.ts'
import { Missing } from './missing.tsx'

export type MapPageProps = {
  readonly reader: Reader
  readonly say: SayActor
  readonly problem: Problem
  /** What is not hidden. */
  readonly actors: readonly ActorRow[]
  readonly hiddenCount: number
  readonly mayAdd: boolean
}

/** The map of actors of one problem: who is missing, the picture, and the table of equal content. */
export function MapPage(props: MapPageProps) {
  const { reader, say, problem, actors, hiddenCount, mayAdd } = props
  const add = mayAdd ? (
    <ButtonLink href={reader.to('problem.naming-actor', { problem: problem.slug })}>{say('map.add')}</ButtonLink>
  ) : undefined
  return (
    <>
      <Head
        eyebrow={<Said lang={problem.language}>{problem.question}</Said>}
        title={say('map.title')}
        lead={say('map.lead')}
      >
        {actors.length > 0 && add ? <div class="fm-act">{add}</div> : null}
      </Head>
      {actors.length === 0 ? (
        <Empty title={say('map.none')} level={2} action={add}>
          <p>{say('map.none-next')}</p>
        </Empty>
      ) : (
        <>
          <Columns
            isAsideFirst
            main={<ActorPicture {...props} />}
            aside={
              <Section id="missing" title={say('map.missing')} size="aside">
                <Missing say={say} lang={reader.lang} actors={actors} />
              </Section>
            }
          />
          <Section id="list" title={say('map.table')}>
            <ActorTable {...props} />
          </Section>
        </>
      )}
      {hiddenCount > 0 ? <p class="fm-mini">{say('map.hidden', { count: hiddenCount })}</p> : null}
    </>
  )
}

function ActorTable({ reader, say, problem, actors }: MapPageProps) {
  return (
    <Table
      caption={say('map.table')}
      isCaptionHidden
      columns={[
        { label: say('table.name'), width: 'most' },
        { label: say('table.part') },
        { label: say('table.much') },
        { label: say('table.brings') },
        { label: say('table.speaks') },
        { label: say('table.standing') },
      ]}
      rows={actors.map((actor) => ({
        id: `actor-${actor.number}`,
        cells: [
          <Stack gap="2">
            <a href={reader.to('problem.actor', { problem: problem.slug, number: actor.number })}>
              {`${actor.number} · `}
              <Said lang={actor.language}>{actor.name}</Said>
            </a>
            <span class="fm-mini">{say(`kind.${actor.kind}`)}</span>
          </Stack>,
          say(`relation.${actor.relation}`),
          isAffected(actor) ? say(`amount.${actor.howMuch}`) : say('column.not-affected'),
          bringsLine(say, actor),
          actor.spokesperson || say(actor.isSpokespersonAsked ? 'speaks.asked' : 'speaks.nobody'),
          say(`standing.${actor.standing}`),
        ],
      }))}
    />
  )
}
