import type { Id } from '@folkmoot/basics/ids.ts'
import { sql } from 'kysely'
import type { Tx } from '../../platform/db/index.ts'
import { noGroupRules, type GroupRules } from './group-rules.ts'

/** The rules of the group of the mandate `m`, as one column. */
export const groupColumn = sql<GroupRules>`
  coalesce((
    select jsonb_build_object(
      'trigger', g.trigger, 'selection', g.selection, 'selectionWords', g.selection_words, 'minAge', g.min_age,
      'ageRule', g.age_rule, 'chair', g.chair, 'others', g.others, 'meetingLength', g.meeting_length,
      'firstMeetingWithin', case when g.first_meeting_count is not null
        then jsonb_build_object('count', g.first_meeting_count, 'unit', g.first_meeting_unit) end,
      'voteRule', g.vote_rule, 'output', g.output, 'textDeciders', g.text_deciders, 'proposerDecides', g.proposer_decides,
      'residentsAmend', g.residents_amend, 'duties', to_jsonb(g.duties), 'answerWords', g.answer_words,
      'returnAfter', case when g.return_count is not null
        then jsonb_build_object('count', g.return_count, 'unit', g.return_unit) end
    )
    from mandate.group_rule g
    where g.jurisdiction_id = m.jurisdiction_id and g.mandate_id = m.id
  ), ${JSON.stringify(noGroupRules)}::jsonb) as "group"`

/** Keeps the rules of the group of one version; what was kept before is replaced whole. */
export async function putGroupRules(tx: Tx, mandate: Id<'mandate'>, group: GroupRules): Promise<void> {
  const kept = {
    trigger: group.trigger,
    selection: group.selection,
    selection_words: group.selectionWords,
    min_age: group.minAge,
    age_rule: group.ageRule,
    chair: group.chair,
    others: group.others,
    meeting_length: group.meetingLength,
    first_meeting_count: group.firstMeetingWithin?.count ?? null,
    first_meeting_unit: group.firstMeetingWithin?.unit ?? null,
    vote_rule: group.voteRule,
    output: group.output,
    text_deciders: group.textDeciders,
    proposer_decides: group.proposerDecides,
    residents_amend: group.residentsAmend,
    duties: [...group.duties],
    answer_words: group.answerWords,
    return_count: group.returnAfter?.count ?? null,
    return_unit: group.returnAfter?.unit ?? null,
  }
  await tx
    .insertInto('mandate.group_rule')
    .values({ jurisdiction_id: tx.jurisdiction, mandate_id: mandate, ...kept })
    .onConflict((conflict) => conflict.columns(['jurisdiction_id', 'mandate_id']).doUpdateSet(kept))
    .execute()
}
