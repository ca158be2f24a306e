import { resamples } from '@folkmoot/opinion-map/groups.ts'
import type { Child } from 'hono/jsx'
import type { Reader } from '../../../../platform/http/index.ts'
import { ButtonLink, Columns, Details, Empty, Head, List, Note, Section, Small } from '../../../../ui/index.ts'
import { langOf } from '../../pages/answer-form.tsx'
import { inEights } from '../../pages/fingerprint.ts'
import { letterOf } from '../letter.ts'
import type { SayMap } from '../messages/words.ts'
import type { OwnPlace } from '../own-place.ts'
import type { PublishedGroup } from '../published.ts'
import { ownWords } from './own-words.ts'
import { GroupMark, Picture } from './picture.tsx'
import { Agreed, Divides, Thoughts, Uneven, type TableParts } from './tables.tsx'
import { apart, tellsApart } from './telling.ts'

export type MapPageProps = Omit<TableParts, 'reader'> & {
  readonly reader: Reader
  readonly question: Child
  readonly day: string
  /** Undefined for who has not voted here. */
  readonly own: OwnPlace | undefined
  /** Near which group they lie by what they said in public. */
  readonly politicians: Child
  /** The voters against the place; null where nobody has chosen a table to compare them with. */
  readonly missing: Child | null
  /** What politicians replied to the statements; null where nobody did. */
  readonly replies: Child | null
  readonly hashes: { readonly input: string; readonly output: string }
  readonly command: string
}

/** The map in a picture, and all it says in words and tables. */
export function MapPage(props: MapPageProps) {
  const { reader, say, slug, question, map, own, day, missing } = props
  return (
    <div class="fm-stack fm-stack--8">
      <Head eyebrow={question} title={say('page.title')} lead={leadOf(props)} />
      <Columns
        shape="wide"
        main={<Picture {...{ say, map, own, day }} />}
        aside={
          <>
            {own ? <OwnPart {...props} own={own} /> : null}
            <Who {...props} />
          </>
        }
      />
      <Agreed {...props} />
      <Thoughts {...props} />
      <Divides {...props} />
      {props.replies}
      {props.politicians}
      <Sure {...props} />
      <Uneven {...props} />
      <Section
        id="missing"
        title={say('missing.title')}
        more={{ href: reader.to('journey.missing', { problem: slug }), text: say('missing.more') }}
        lead={say('sure.own')}
      >
        {missing === null ? (
          <p class="fm-text">{say('missing.none')}</p>
        ) : (
          <Details summary={say('missing.compared')}>
            <p>{say('missing.counts')}</p>
            {missing}
          </Details>
        )}
      </Section>
      <p>
        <a href={reader.to('journey.take-up', { problem: slug })}>{say('link.take-up')}</a>
      </p>
      <p>
        <a href={reader.to('opinion.results', { problem: slug })}>{say('link.results')}</a>
      </p>
      <How {...props} />
    </div>
  )
}

function leadOf({ say, map, statements }: MapPageProps): string {
  const voted = { people: map.people, about: map.isFinal ? 'no' : 'yes' }
  if (map.groups.length === 0) return say('lead.crowd', voted)
  const agreed = map.agreed.filter(({ number }) => statements.has(number)).length
  return say('lead.groups', { ...voted, groups: map.groups.length, agreed })
}

function OwnPart({ say, own, map }: MapPageProps & { readonly own: OwnPlace }) {
  return (
    <div class="fm-noprint">
      <Section id="you" title={say('you.title')} size="aside">
        <p>{ownWords(say, own, map)}</p>
        <Small>
          {say('you.private')}
          {map.isFinal ? '' : ` ${say('you.moves')}`}
        </Small>
      </Section>
    </div>
  )
}

function Who(props: MapPageProps) {
  const { say, map } = props
  if (map.isOneCrowd) return <Note>{say('crowd.why')}</Note>
  return (
    <Section id="who" title={say('who.title')} size="aside">
      <ul class="fm-plain fm-opinions__list">
        {map.groups.map((group) => (
          <li>
            <GroupMark letter={group.letter} />
            <GroupWords {...props} group={group} />
          </li>
        ))}
      </ul>
      <Small>{say('who.ways')}</Small>
    </Section>
  )
}

/** A group in its own words: the statement that tells it most from the others. */
function GroupWords({ say, map, statements, group }: MapPageProps & { readonly group: PublishedGroup }) {
  const [first] = group.thinks
    .filter((thought) => statements.has(thought.number) && tellsApart(map, group, thought))
    .toSorted((a, b) => apart(map, group, b) - apart(map, group, a))
  const statement = first && statements.get(first.number)
  return (
    <div>
      <strong>{say('who.group', { letter: letterOf(group.letter) })}</strong>,{' '}
      {say('who.people', { people: group.people })}
      {first && statement ? (
        <>
          . {say('who.thinks', { side: first.side })} <q lang={langOf(statement)}>{statement.text}</q>
        </>
      ) : null}
    </div>
  )
}

function Sure({ say, map }: MapPageProps) {
  if (map.groups.length === 0) return null
  const each = map.groups.flatMap(({ letter, sure }) =>
    sure === null ? [] : [say('sure.group', { letter: letterOf(letter), sure })],
  )
  return (
    <Section id="sure" title={say('sure.title')}>
      <List
        items={[
          ...(map.stable === null ? [] : [say('sure.stable', { times: resamples, stable: map.stable })]),
          ...each,
        ]}
      />
    </Section>
  )
}

function How({ reader, say, slug, map, hashes, command }: MapPageProps) {
  return (
    <Details summary={say('how.title')}>
      <p>{say('how.text')}</p>
      <p>{say('how.privacy')}</p>
      <p class="fm-mini">{say('how.version', { version: map.version, method: map.method, seed: map.seed })}</p>
      <p class="fm-mini">{say('how.input', { hash: inEights(hashes.input) })}</p>
      <p class="fm-mini">{say('how.output', { hash: inEights(hashes.output) })}</p>
      <p>
        {say('how.check')} <code>{command}</code>
      </p>
      <p>
        <a href={reader.to('opinion.map-file', { problem: slug })}>{say('how.file')}</a>
      </p>
      <p>
        <a href={reader.to('opinion.data', { problem: slug })}>{say('how.data')}</a>
      </p>
    </Details>
  )
}

export type NoMapProps = {
  readonly say: SayMap
  readonly question: Child
  readonly title: string
  readonly why: string
  readonly action?: { readonly href: string; readonly text: string } | undefined
}

/** Not drawn yet, or not shown to this reader yet; and what to do about it. */
export function NoMapPage({ say, question, title, why, action }: NoMapProps) {
  return (
    <div class="fm-stack fm-stack--8">
      <Head eyebrow={question} title={say('page.title')} />
      <Empty
        level={2}
        title={title}
        action={action ? <ButtonLink href={action.href}>{action.text}</ButtonLink> : undefined}
      >
        {why}
      </Empty>
    </div>
  )
}
