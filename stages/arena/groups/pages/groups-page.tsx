import type { Id } from '@folkmoot/basics/ids.ts'
import type { Reader } from '../../../../platform/http/index.ts'
import { ButtonLink, Empty, Head, List, Row, Said, StateTag } from '../../../../ui/index.ts'
import type { Problem } from '../../../problem/index.ts'
import type { SayGroups } from '../messages/words.ts'
import type { WorkingGroup } from '../store.ts'
import { sizeWords } from './size-words.ts'

export type GroupsPageProps = {
  readonly reader: Reader
  readonly say: SayGroups
  readonly problem: Problem
  readonly groups: readonly WorkingGroup[]
  readonly hidden: ReadonlySet<Id>
  readonly reportCounts: ReadonlyMap<Id, number>
  readonly isJoinable: (group: WorkingGroup) => boolean
  readonly mayOpen: boolean
}

/** The working groups of a case: those one can join first. */
export function GroupsPage(props: GroupsPageProps) {
  const { reader, say, problem, groups, isJoinable, mayOpen } = props
  const open = mayOpen ? (
    <ButtonLink href={reader.to('arena.opening-group', { problem: problem.slug })}>{say('open')}</ButtonLink>
  ) : undefined
  return (
    <>
      <Head eyebrow={<Said lang={problem.language}>{problem.question}</Said>} title={say('title')} lead={say('lead')}>
        {groups.length > 0 && open ? <div class="fm-act">{open}</div> : null}
      </Head>
      {groups.length === 0 ? (
        <Empty title={say('none')} level={2} action={open}>
          <p>{say(mayOpen ? 'none-own' : 'none-next')}</p>
        </Empty>
      ) : (
        <List
          items={[...groups.filter(isJoinable), ...groups.filter((group) => !isJoinable(group))].map((group) => (
            <One {...props} group={group} />
          ))}
        />
      )}
    </>
  )
}

function One({
  reader,
  say,
  problem,
  group,
  hidden,
  reportCounts,
  isJoinable,
}: GroupsPageProps & { readonly group: WorkingGroup }) {
  const { id, number, question, language, endsOn, closedAt } = group
  const joinable = isJoinable(group)
  return (
    <div class="fm-stack fm-stack--2">
      <Row isSpread>
        <h2 class="fm-h-mid">
          <a href={reader.to('arena.group', { problem: problem.slug, number })}>
            {hidden.has(id) ? say('number', { number }) : <Said lang={language}>{question}</Said>}
          </a>
        </h2>
        <StateTag icon={joinable ? 'now' : 'empty'} color={joinable ? 'brand1' : 'neutral'}>
          {say(joinable ? 'joinable' : closedAt ? 'closed' : 'ended')}
        </StateTag>
      </Row>
      <p class="fm-mini">
        {[
          sizeWords(say, group.size),
          say('reports', { count: reportCounts.get(id) ?? 0 }),
          ...(joinable ? [say('until-day', { day: reader.time.day(endsOn) })] : []),
        ].join(' · ')}
      </p>
    </div>
  )
}
