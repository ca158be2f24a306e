// Generated from the migrated database by scripts/generate-schema.mjs; checked for drift. Do not edit.
import type { Id } from '@folkmoot/basics/ids.ts'
import type { Json } from '@folkmoot/basics/json.ts'
import type { ColumnType, Generated } from 'kysely'

export interface Schema {
  'arena.address': ArenaAddress
  'arena.address_list': ArenaAddressList
  'arena.appeal': ArenaAppeal
  'arena.appeal_organisation': ArenaAppealOrganisation
  'arena.application': ArenaApplication
  'arena.call_again': ArenaCallAgain
  'arena.case_population': ArenaCasePopulation
  'arena.confirmation': ArenaConfirmation
  'arena.crowd_count': ArenaCrowdCount
  'arena.crowd_look': ArenaCrowdLook
  'arena.feature': ArenaFeature
  'arena.feature_value': ArenaFeatureValue
  'arena.forgetting': ArenaForgetting
  'arena.framing_backer': ArenaFramingBacker
  'arena.framing_draft': ArenaFramingDraft
  'arena.group_report': ArenaGroupReport
  'arena.letter': ArenaLetter
  'arena.letter_opening': ArenaLetterOpening
  'arena.letter_print': ArenaLetterPrint
  'arena.letter_round': ArenaLetterRound
  'arena.letter_try': ArenaLetterTry
  'arena.lottery': ArenaLottery
  'arena.lottery_beacon': ArenaLotteryBeacon
  'arena.lottery_entry': ArenaLotteryEntry
  'arena.lottery_limit': ArenaLotteryLimit
  'arena.lottery_limits': ArenaLotteryLimits
  'arena.lottery_panels': ArenaLotteryPanels
  'arena.lottery_pool': ArenaLotteryPool
  'arena.lottery_reading': ArenaLotteryReading
  'arena.lottery_run': ArenaLotteryRun
  'arena.lottery_throw': ArenaLotteryThrow
  'arena.offer': ArenaOffer
  'arena.open_call': ArenaOpenCall
  'arena.population': ArenaPopulation
  'arena.population_cell': ArenaPopulationCell
  'arena.population_cell_value': ArenaPopulationCellValue
  'arena.population_feature': ArenaPopulationFeature
  'arena.posted_letter': ArenaPostedLetter
  'arena.recruited_profile': ArenaRecruitedProfile
  'arena.recruitment': ArenaRecruitment
  'arena.seat': ArenaSeat
  'arena.seat_exception': ArenaSeatException
  'arena.staff_answer': ArenaStaffAnswer
  'arena.staff_record': ArenaStaffRecord
  'arena.staffing': ArenaStaffing
  'arena.told_feature': ArenaToldFeature
  'arena.told_group': ArenaToldGroup
  'arena.working_group': ArenaWorkingGroup
  'arena.working_group_member': ArenaWorkingGroupMember
  'arena.workload_limit': ArenaWorkloadLimit
  'decision.answer': DecisionAnswer
  'decision.answer_version': DecisionAnswerVersion
  'decision.answer_vote': DecisionAnswerVote
  'decision.current_answer': DecisionCurrentAnswer
  'decision.direction': DecisionDirection
  'decision.direction_reply': DecisionDirectionReply
  'decision.item': DecisionItem
  'decision.meeting_question': DecisionMeetingQuestion
  'decision.minutes': DecisionMinutes
  'decision.named_vote': DecisionNamedVote
  'decision.package': DecisionPackage
  'decision.put_to_vote': DecisionPutToVote
  'decision.rating': DecisionRating
  'decision.rating_result': DecisionRatingResult
  'decision.referral_in': DecisionReferralIn
  'decision.referral_out': DecisionReferralOut
  'decision.referral_reminder': DecisionReferralReminder
  'decision.reminder': DecisionReminder
  'decision.repeat': DecisionRepeat
  'decision.reply_answer': DecisionReplyAnswer
  'decision.return_item': DecisionReturnItem
  'decision.return_report': DecisionReturnReport
  'decision.staff_note': DecisionStaffNote
  'decision.vote_minutes': DecisionVoteMinutes
  'delivery.commitment': DeliveryCommitment
  'delivery.due': DeliveryDue
  'delivery.follow_up': DeliveryFollowUp
  'delivery.late': DeliveryLate
  'delivery.milestone': DeliveryMilestone
  'delivery.monitor': DeliveryMonitor
  'delivery.monitor_word': DeliveryMonitorWord
  'delivery.pledge': DeliveryPledge
  'delivery.reopening': DeliveryReopening
  'delivery.report': DeliveryReport
  'delivery.settled': DeliverySettled
  'delivery.status_reminder': DeliveryStatusReminder
  'delivery.status_report': DeliveryStatusReport
  'directory.body': DirectoryBody
  'directory.election': DirectoryElection
  'directory.jurisdiction': DirectoryJurisdiction
  'directory.majority': DirectoryMajority
  'directory.membership': DirectoryMembership
  'directory.outline': DirectoryOutline
  'directory.person': DirectoryPerson
  'directory.resolution': DirectoryResolution
  'draft.amendment': DraftAmendment
  'draft.amendment_voice': DraftAmendmentVoice
  'draft.citation': DraftCitation
  'draft.clause': DraftClause
  'draft.comment': DraftComment
  'draft.counter_case': DraftCounterCase
  'draft.counter_case_text': DraftCounterCaseText
  'draft.frozen': DraftFrozen
  'draft.idea': DraftIdea
  'draft.idea_joined': DraftIdeaJoined
  'draft.idea_listing': DraftIdeaListing
  'draft.idea_merger': DraftIdeaMerger
  'draft.idea_sorting': DraftIdeaSorting
  'draft.idea_stem': DraftIdeaStem
  'draft.live_day': DraftLiveDay
  'draft.live_moved': DraftLiveMoved
  'draft.live_returned': DraftLiveReturned
  'draft.live_state': DraftLiveState
  'draft.live_taken': DraftLiveTaken
  'draft.live_update': DraftLiveUpdate
  'draft.live_writer': DraftLiveWriter
  'draft.minority_signature': DraftMinoritySignature
  'draft.minority_text': DraftMinorityText
  'draft.poll_answer': DraftPollAnswer
  'draft.poll_round': DraftPollRound
  'draft.recommendation': DraftRecommendation
  'draft.recommendation_version': DraftRecommendationVersion
  'draft.remark': DraftRemark
  'draft.section': DraftSection
  'draft.stand': DraftStand
  'draft.text_version': DraftTextVersion
  'files.file': FilesFile
  'files.waiting': FilesWaiting
  'folkmoot.migration': FolkmootMigration
  'folkmoot.setting': FolkmootSetting
  'identity.account': IdentityAccount
  'identity.address_list': IdentityAddressList
  'identity.address_undo': IdentityAddressUndo
  'identity.attempt': IdentityAttempt
  'identity.challenge': IdentityChallenge
  'identity.consent': IdentityConsent
  'identity.delegation': IdentityDelegation
  'identity.errand': IdentityErrand
  'identity.external': IdentityExternal
  'identity.household': IdentityHousehold
  'identity.kept_act': IdentityKeptAct
  'identity.leaving': IdentityLeaving
  'identity.network': IdentityNetwork
  'identity.pace': IdentityPace
  'identity.passkey': IdentityPasskey
  'identity.residence': IdentityResidence
  'identity.residence_asked': IdentityResidenceAsked
  'identity.residence_desk': IdentityResidenceDesk
  'identity.residence_letter': IdentityResidenceLetter
  'identity.residence_run': IdentityResidenceRun
  'identity.residence_seen': IdentityResidenceSeen
  'identity.residence_try': IdentityResidenceTry
  'identity.session': IdentitySession
  'identity.staff_role': IdentityStaffRole
  'inquiry.answerer': InquiryAnswerer
  'inquiry.asked_too': InquiryAskedToo
  'inquiry.evidence': InquiryEvidence
  'inquiry.finding': InquiryFinding
  'inquiry.likeness': InquiryLikeness
  'inquiry.note': InquiryNote
  'inquiry.objection': InquiryObjection
  'inquiry.overdue': InquiryOverdue
  'inquiry.position': InquiryPosition
  'inquiry.question': InquiryQuestion
  'inquiry.reply': InquiryReply
  'inquiry.round': InquiryRound
  'inquiry.standing': InquiryStanding
  'ledger.event': LedgerEvent
  'ledger.event_secret': LedgerEventSecret
  'mail.outbox': MailOutbox
  'mail.sent': MailSent
  'mandate.capacity': MandateCapacity
  'mandate.charter': MandateCharter
  'mandate.gate_answer': MandateGateAnswer
  'mandate.group_rule': MandateGroupRule
  'mandate.lowering': MandateLowering
  'mandate.mandate': MandateMandate
  'mandate.matter': MandateMatter
  'mandate.moved_business': MandateMovedBusiness
  'mandate.named_vote': MandateNamedVote
  'mandate.profile': MandateProfile
  'mandate.save': MandateSave
  'mandate.warning': MandateWarning
  'mandate.withdrawal': MandateWithdrawal
  'meeting.action': MeetingAction
  'meeting.approval': MeetingApproval
  'meeting.attendance': MeetingAttendance
  'meeting.batch': MeetingBatch
  'meeting.booking': MeetingBooking
  'meeting.contact': MeetingContact
  'meeting.encounter': MeetingEncounter
  'meeting.feed': MeetingFeed
  'meeting.gathering': MeetingGathering
  'meeting.ground_rules': MeetingGroundRules
  'meeting.item': MeetingItem
  'meeting.legal_ground': MeetingLegalGround
  'meeting.material': MeetingMaterial
  'meeting.meeting': MeetingMeeting
  'meeting.minutes_version': MeetingMinutesVersion
  'meeting.reply': MeetingReply
  'meeting.substitute': MeetingSubstitute
  'meeting.wish': MeetingWish
  'moderation.batch': ModerationBatch
  'moderation.hidden': ModerationHidden
  'moderation.report': ModerationReport
  'notices.digest': NoticesDigest
  'notices.follow': NoticesFollow
  'notices.forgotten': NoticesForgotten
  'notices.notice': NoticesNotice
  'notices.stop_link': NoticesStopLink
  'opinion.anomaly': OpinionAnomaly
  'opinion.anomaly_look': OpinionAnomalyLook
  'opinion.anomaly_voter': OpinionAnomalyVoter
  'opinion.consultation': OpinionConsultation
  'opinion.deadline_change': OpinionDeadlineChange
  'opinion.eligibility': OpinionEligibility
  'opinion.eligibility_secret': OpinionEligibilitySecret
  'opinion.map': OpinionMap
  'opinion.member_tally': OpinionMemberTally
  'opinion.participant': OpinionParticipant
  'opinion.position_revision': OpinionPositionRevision
  'opinion.prepared': OpinionPrepared
  'opinion.proved': OpinionProved
  'opinion.proved_tally': OpinionProvedTally
  'opinion.statement': OpinionStatement
  'opinion.statement_position': OpinionStatementPosition
  'opinion.tally': OpinionTally
  'opinion.voided': OpinionVoided
  'opinion.voiding': OpinionVoiding
  'opinion.vote': OpinionVote
  'opinion.waiting': OpinionWaiting
  'outcome.checklist_entry': OutcomeChecklistEntry
  'outcome.indicator': OutcomeIndicator
  'outcome.legitimacy': OutcomeLegitimacy
  'outcome.measurement': OutcomeMeasurement
  'outcome.survey_answer': OutcomeSurveyAnswer
  'outcome.survey_asked': OutcomeSurveyAsked
  'outcome.survey_round': OutcomeSurveyRound
  'outcome.value_account': OutcomeValueAccount
  'problem.actor': ProblemActor
  'problem.actor_version': ProblemActorVersion
  'problem.agenda': ProblemAgenda
  'problem.agenda_rule': ProblemAgendaRule
  'problem.agenda_rung': ProblemAgendaRung
  'problem.answer_owed': ProblemAnswerOwed
  'problem.body_answer': ProblemBodyAnswer
  'problem.body_business': ProblemBodyBusiness
  'problem.declaration': ProblemDeclaration
  'problem.declaration_version': ProblemDeclarationVersion
  'problem.declared_matter': ProblemDeclaredMatter
  'problem.framing': ProblemFraming
  'problem.handover_hidden': ProblemHandoverHidden
  'problem.handover_in': ProblemHandoverIn
  'problem.handover_out': ProblemHandoverOut
  'problem.handover_step': ProblemHandoverStep
  'problem.held': ProblemHeld
  'problem.listing': ProblemListing
  'problem.merger': ProblemMerger
  'problem.part': ProblemPart
  'problem.problem': ProblemProblem
  'problem.raised_again': ProblemRaisedAgain
  'problem.spokesperson': ProblemSpokesperson
  'problem.spokesperson_mail': ProblemSpokespersonMail
  'problem.sponsor_invitation': ProblemSponsorInvitation
  'problem.sponsorship': ProblemSponsorship
  'problem.stem': ProblemStem
  'problem.support': ProblemSupport
  'problem.support_tally': ProblemSupportTally
  'problem.word': ProblemWord
  'thread.link': ThreadLink
}

export interface ArenaAddress {
  jurisdiction_id: Id<'jurisdiction'>
  problem_id: Id<'problem'>
  number: number
  name: string
  lines: readonly string[]
  postcode: string
  town: string
  household: string | null
  feature_values: readonly string[]
}

export interface ArenaAddressList {
  jurisdiction_id: Id<'jurisdiction'>
  problem_id: Id<'problem'>
  imported_by: Id<'account'>
  imported_at: Temporal.Instant
  count: number
  features: ColumnType<Json, string, string>
  hash: Buffer
  salt: Buffer | null
  erased_at: Temporal.Instant | null
}

export interface ArenaAppeal {
  jurisdiction_id: Id<'jurisdiction'>
  id: Id<'appeal'>
  problem_id: Id<'problem'>
  number: number
  whom: string
  wanted: number
  through: Generated<string>
  words: Generated<string>
  language: string
  written_by: Id<'account'>
  written_at: Temporal.Instant
  ended_at: Temporal.Instant | null
}

export interface ArenaAppealOrganisation {
  jurisdiction_id: Id<'jurisdiction'>
  appeal_id: Id<'appeal'>
  declaration_id: Id<'declaration'>
}

export interface ArenaApplication {
  jurisdiction_id: Id<'jurisdiction'>
  id: Id<'application'>
  problem_id: Id<'problem'>
  number: number
  account_id: Id<'account'>
  profile_id: Id<'profile'>
  motivation: string
  tie: string
  gender: string | null
  applied_at: Temporal.Instant
  state: Generated<string>
  answer: Generated<string>
  answered_by: Id<'account'> | null
  answered_at: Temporal.Instant | null
  household: Buffer | null
  substitute: number | null
  erased_at: Temporal.Instant | null
  lives_there: boolean | null
  looked_up_by: Id<'account'> | null
}

export interface ArenaCallAgain {
  jurisdiction_id: Id<'jurisdiction'>
  problem_id: Id<'problem'>
  number: number
  profiles: readonly string[]
  opened_by: Id<'account'>
  opened_at: Temporal.Instant
  closes_at: Temporal.Instant
}

export interface ArenaCasePopulation {
  jurisdiction_id: Id<'jurisdiction'>
  problem_id: Id<'problem'>
  population_id: Id<'population'>
  chosen_by: Id<'account'>
  chosen_at: Temporal.Instant
}

export interface ArenaConfirmation {
  jurisdiction_id: Id<'jurisdiction'>
  problem_id: Id<'problem'>
  confirmed_by: Id<'account'>
  confirmed_at: Temporal.Instant
  exception: Generated<string>
}

export interface ArenaCrowdCount {
  jurisdiction_id: Id<'jurisdiction'>
  problem_id: Id<'problem'>
  crowd: string
  people: number
  told: number
  counts: ColumnType<Json, string, string>
  counted_at: Temporal.Instant
}

export interface ArenaCrowdLook {
  jurisdiction_id: Id<'jurisdiction'>
  looked_at: Temporal.Instant
  everywhere_at: Temporal.Instant
}

export interface ArenaFeature {
  jurisdiction_id: Id<'jurisdiction'>
  id: Id<'feature'>
  name: string
  kind: string
  position: number
  retired_at: Temporal.Instant | null
}

export interface ArenaFeatureValue {
  jurisdiction_id: Id<'jurisdiction'>
  id: Id<'feature-value'>
  feature_id: Id<'feature'>
  kind: string
  name: string
  code: string | null
  position: number
  retired_at: Temporal.Instant | null
}

export interface ArenaForgetting {
  jurisdiction_id: Id<'jurisdiction'>
  problem_id: Id<'problem'>
  due_on: Temporal.PlainDate
  done_at: Temporal.Instant
  applications: number
  records: number
  letters: number
  addresses: number
  waiting: Generated<number>
  last_on: Temporal.PlainDate | null
  ended_at: Temporal.Instant | null
}

export interface ArenaFramingBacker {
  jurisdiction_id: Id<'jurisdiction'>
  problem_id: Id<'problem'>
  draft_number: number
  account_id: Id<'account'>
  at: Temporal.Instant
}

export interface ArenaFramingDraft {
  jurisdiction_id: Id<'jurisdiction'>
  problem_id: Id<'problem'>
  number: number
  kind: string
  question: string
  what_happens: string
  who_is_affected: string
  reason: string
  written_by: Id<'account'>
  written_at: Temporal.Instant
  framing_number: number | null
  put_forward_by: Id<'account'> | null
  put_forward_at: Temporal.Instant | null
}

export interface ArenaGroupReport {
  jurisdiction_id: Id<'jurisdiction'>
  id: Id<'group-report'>
  working_group_id: Id<'working-group'>
  number: number
  title: string
  text: string
  language: string
  written_by: Id<'account'>
  written_at: Temporal.Instant
}

export interface ArenaLetter {
  jurisdiction_id: Id<'jurisdiction'>
  problem_id: Id<'problem'>
  number: number
  round: number
  address_number: number
  code_hash: Buffer | null
  answer: string | null
  answered_on: Temporal.PlainDate | null
  reason: Generated<string>
  account_id: Id<'account'> | null
}

export interface ArenaLetterOpening {
  jurisdiction_id: Id<'jurisdiction'>
  token_hash: Buffer
  problem_id: Id<'problem'>
  letter_number: number
  expires_at: Temporal.Instant
}

export interface ArenaLetterPrint {
  jurisdiction_id: Id<'jurisdiction'>
  problem_id: Id<'problem'>
  round: number
  part: number
  letters: number
  bytes: Buffer
  made_at: Temporal.Instant
}

export interface ArenaLetterRound {
  jurisdiction_id: Id<'jurisdiction'>
  problem_id: Id<'problem'>
  round: number
  letters: number
  strata_by: readonly string[]
  expected: ColumnType<Json, string, string>
  seed: string
  hash: Buffer
  code_key: Buffer | null
  drawn_by: Id<'account'>
  drawn_at: Temporal.Instant
  printed_by: Id<'account'> | null
  printed_at: Temporal.Instant | null
}

export interface ArenaLetterTry {
  jurisdiction_id: Id<'jurisdiction'>
  client_hash: Buffer
  at: Temporal.Instant
}

export interface ArenaLottery {
  jurisdiction_id: Id<'jurisdiction'>
  problem_id: Id<'problem'>
  number: number
  step: Generated<string>
  version: Generated<number>
  begun_by: Id<'account'>
  begun_at: Temporal.Instant
  ended_by: Id<'account'> | null
  ended_at: Temporal.Instant | null
  ended_reason: Generated<string>
  drawn_of: ColumnType<Json | null, string | null, string | null>
  replaces: number | null
  seal: Buffer | null
}

export interface ArenaLotteryBeacon {
  jurisdiction_id: Id<'jurisdiction'>
  problem_id: Id<'problem'>
  lottery_number: number
  turn: number
  beacon: string
  round: number
  round_at: Temporal.Instant
  announced_by: Id<'account'>
  announced_at: Temporal.Instant
  given_up_by: Id<'account'> | null
  given_up_at: Temporal.Instant | null
  given_up_reason: Generated<string>
  doubted_by: Id<'account'> | null
  doubted_at: Temporal.Instant | null
  doubt_reason: Generated<string>
}

export interface ArenaLotteryEntry {
  jurisdiction_id: Id<'jurisdiction'>
  problem_id: Id<'problem'>
  lottery_number: number
  number: number
  commitment: Buffer
  account_id: Id<'account'> | null
  application_id: Id<'application'> | null
  value_keys: readonly string[] | null
  household: string | null
  salt: Buffer | null
  chance: ColumnType<Json | null, string | null, string | null>
}

export interface ArenaLotteryLimit {
  jurisdiction_id: Id<'jurisdiction'>
  problem_id: Id<'problem'>
  lottery_number: number
  version: number
  position: number
  feature_key: string
  feature_name: string
  value_key: string
  value_name: string
  min: number
  max: number
  min_flex: number
  max_flex: number
}

export interface ArenaLotteryLimits {
  jurisdiction_id: Id<'jurisdiction'>
  problem_id: Id<'problem'>
  lottery_number: number
  version: number
  seats: number
  one_per_household: boolean
  population: Generated<string>
  why: string
  set_by: Id<'account'>
  set_at: Temporal.Instant
  call_closed_at: Temporal.Instant | null
}

export interface ArenaLotteryPanels {
  jurisdiction_id: Id<'jurisdiction'>
  problem_id: Id<'problem'>
  lottery_number: number
  version: number
  run: number
  left_numbers: readonly number[]
  input_hash: string
  hash: string
  method: string
  seed: string
  panels: ColumnType<Json, string, string>
  certificate: ColumnType<Json, string, string>
  made_at: Temporal.Instant
}

export interface ArenaLotteryPool {
  jurisdiction_id: Id<'jurisdiction'>
  problem_id: Id<'problem'>
  lottery_number: number
  size: number
  hash: string
  committed_by: Id<'account'>
  committed_at: Temporal.Instant
  applied: ColumnType<Json, string | undefined, string>
  ways: ColumnType<Json | null, string | null, string | null>
}

export interface ArenaLotteryReading {
  jurisdiction_id: Id<'jurisdiction'>
  problem_id: Id<'problem'>
  lottery_number: number
  attempt: number
  turn: number
  randomness: string
  signature: string | null
  panel: number
  typed_by: Id<'account'>
  typed_at: Temporal.Instant
  second_randomness: string | null
  second_by: Id<'account'> | null
  second_at: Temporal.Instant | null
}

export interface ArenaLotteryRun {
  jurisdiction_id: Id<'jurisdiction'>
  problem_id: Id<'problem'>
  lottery_number: number
  run: number
  version: number
  state: Generated<string>
  asked_by: Id<'account'>
  asked_at: Temporal.Instant
  progress: Generated<string>
  beat_at: Temporal.Instant | null
  ended_at: Temporal.Instant | null
  conflict: string | null
}

export interface ArenaLotteryThrow {
  jurisdiction_id: Id<'jurisdiction'>
  problem_id: Id<'problem'>
  lottery_number: number
  attempt: number
  panel: number
  place: string
  thrown_by: string
  witnesses: string
  watched: number | null
  thrown_at: Temporal.Instant
  typed_by: Id<'account'>
  typed_at: Temporal.Instant
  second_panel: number | null
  second_by: Id<'account'> | null
  second_at: Temporal.Instant | null
  same_as: number | null
}

export interface ArenaOffer {
  jurisdiction_id: Id<'jurisdiction'>
  problem_id: Id<'problem'>
  number: number
  account_id: Id<'account'>
  person_id: Id<'person'> | null
  kind: string
  profile_id: Id<'profile'> | null
  is_chair: boolean
  way: string
  reason: string
  criteria: Generated<readonly string[]>
  made_by: Id<'account'>
  made_at: Temporal.Instant
  answer_by: Temporal.Instant
  reminded_at: Temporal.Instant | null
  state: Generated<string>
  answered_at: Temporal.Instant | null
  words: Generated<string>
}

export interface ArenaOpenCall {
  jurisdiction_id: Id<'jurisdiction'>
  problem_id: Id<'problem'>
  opened_by: Id<'account'>
  opened_at: Temporal.Instant
  closes_at: Temporal.Instant
}

export interface ArenaPopulation {
  jurisdiction_id: Id<'jurisdiction'>
  id: Id<'population'>
  name: string
  source: string
  as_of: string
  file_name: string
  sha256: string
  people: number
  imported_by: Id<'account'>
  imported_at: Temporal.Instant
}

export interface ArenaPopulationCell {
  jurisdiction_id: Id<'jurisdiction'>
  population_id: Id<'population'>
  number: number
  people: number
}

export interface ArenaPopulationCellValue {
  jurisdiction_id: Id<'jurisdiction'>
  population_id: Id<'population'>
  number: number
  feature_id: Id<'feature'>
  value_id: Id<'feature-value'>
}

export interface ArenaPopulationFeature {
  jurisdiction_id: Id<'jurisdiction'>
  population_id: Id<'population'>
  feature_id: Id<'feature'>
  position: number
}

export interface ArenaPostedLetter {
  jurisdiction_id: Id<'jurisdiction'>
  problem_id: Id<'problem'>
  receipt: number
  kind: string
  about: number
  posted_by: Id<'account'>
  posted_at: Temporal.Instant
}

export interface ArenaRecruitedProfile {
  jurisdiction_id: Id<'jurisdiction'>
  problem_id: Id<'problem'>
  id: Id<'profile'>
  position: number
  name: string
  description: string
  criteria: readonly string[]
  chosen: number
  drawn: number
  is_for_organisations: Generated<boolean>
  kept_for_id: Id<'actor'> | null
}

export interface ArenaRecruitment {
  jurisdiction_id: Id<'jurisdiction'>
  problem_id: Id<'problem'>
  politicians: number | null
  citizens: number | null
  min_gender_share: number
  is_one_per_household: boolean
  household_salt: Buffer | null
  answer_days: number
  forget_on: Temporal.PlainDate | null
  saved_by: Id<'account'>
  saved_at: Temporal.Instant
  confirmed_by: Id<'account'> | null
  confirmed_at: Temporal.Instant | null
}

export interface ArenaSeat {
  jurisdiction_id: Id<'jurisdiction'>
  id: Id<'seat'>
  problem_id: Id<'problem'>
  account_id: Id<'account'>
  person_id: Id<'person'> | null
  kind: string
  profile_id: Id<'profile'> | null
  gender: string | null
  is_chair: Generated<boolean>
  reason: string
  appointed_by: Id<'account'>
  appointed_at: Temporal.Instant
  offer_number: number
  ended_at: Temporal.Instant | null
  ended_why: string | null
  ended_words: Generated<string>
}

export interface ArenaSeatException {
  jurisdiction_id: Id<'jurisdiction'>
  problem_id: Id<'problem'>
  person_id: Id<'person'>
  groups: number
  reason: string
  said_at: Temporal.Instant
}

export interface ArenaStaffAnswer {
  jurisdiction_id: Id<'jurisdiction'>
  problem_id: Id<'problem'>
  number: number
  receipt: number
  what: string
  offer_number: number | null
  seat_id: Id<'seat'> | null
  way: string
  words: string
  recorded_by: Id<'account'>
  recorded_at: Temporal.Instant
  state: Generated<string>
  why: Generated<string>
  decided_by: Id<'account'> | null
  decided_at: Temporal.Instant | null
}

export interface ArenaStaffRecord {
  jurisdiction_id: Id<'jurisdiction'>
  problem_id: Id<'problem'>
  number: number
  way: string
  name: string
  address: string
  phone: string
  language: string
  profile_id: Id<'profile'>
  motivation: string
  tie: string
  gender: string | null
  told: ColumnType<Json, string, string>
  letter_number: number | null
  recorded_by: Id<'account'>
  recorded_at: Temporal.Instant
  state: Generated<string>
  why: Generated<string>
  decided_by: Id<'account'> | null
  decided_at: Temporal.Instant | null
  account_id: Id<'account'> | null
  erased_at: Temporal.Instant | null
}

export interface ArenaStaffing {
  jurisdiction_id: Id<'jurisdiction'>
  problem_id: Id<'problem'>
  account_id: Id<'account'>
  role: string
  note: Generated<string>
  named_by: Id<'account'>
  named_at: Temporal.Instant
  ended_by: Id<'account'> | null
  ended_at: Temporal.Instant | null
}

export interface ArenaToldFeature {
  jurisdiction_id: Id<'jurisdiction'>
  account_id: Id<'account'>
  feature_id: Id<'feature'>
  value_id: Id<'feature-value'>
  told_at: Temporal.Instant
}

export interface ArenaToldGroup {
  jurisdiction_id: Id<'jurisdiction'>
  problem_id: Id<'problem'>
  position: number
  kind: string
  words: string
  count: number | null
  source: string
}

export interface ArenaWorkingGroup {
  jurisdiction_id: Id<'jurisdiction'>
  id: Id<'working-group'>
  problem_id: Id<'problem'>
  number: number
  question: string
  works_on: string
  language: string
  ends_on: Temporal.PlainDate
  opened_by: Id<'account'>
  opened_at: Temporal.Instant
  closed_by: Id<'account'> | null
  closed_at: Temporal.Instant | null
  closing_words: Generated<string>
}

export interface ArenaWorkingGroupMember {
  jurisdiction_id: Id<'jurisdiction'>
  working_group_id: Id<'working-group'>
  account_id: Id<'account'>
  is_named: boolean
  joined_at: Temporal.Instant
}

export interface ArenaWorkloadLimit {
  jurisdiction_id: Id<'jurisdiction'>
  politicians: number
  facilitators: number
  set_by: Id<'account'>
  set_at: Temporal.Instant
}

export interface DecisionAnswer {
  jurisdiction_id: Id<'jurisdiction'>
  id: Id<'answer'>
  package_id: Id<'package'>
  recommendation_id: Id<'recommendation'>
}

export interface DecisionAnswerVersion {
  jurisdiction_id: Id<'jurisdiction'>
  answer_id: Id<'answer'>
  version: number
  kind: string
  reason: string
  amended_text: Generated<string>
  refer_to: Generated<string>
  refer_by: Temporal.PlainDate | null
  park_until: Temporal.PlainDate | null
  person_id: Id<'person'> | null
  account_id: Id<'account'> | null
  at: Temporal.Instant | null
  on_day: Temporal.PlainDate | null
  followed: Generated<string>
  source: string | null
}

export interface DecisionAnswerVote {
  jurisdiction_id: Id<'jurisdiction'> | null
  answer_id: Id<'answer'> | null
  version: number | null
  resolution_id: Id<'resolution'> | null
  is_carried: boolean | null
}

export interface DecisionCurrentAnswer {
  jurisdiction_id: Id<'jurisdiction'> | null
  answer_id: Id<'answer'> | null
  version: number | null
  kind: string | null
  reason: string | null
  amended_text: string | null
  refer_to: string | null
  refer_by: Temporal.PlainDate | null
  park_until: Temporal.PlainDate | null
  person_id: Id<'person'> | null
  account_id: Id<'account'> | null
  at: Temporal.Instant | null
  on_day: Temporal.PlainDate | null
  followed: string | null
  source: string | null
  package_id: Id<'package'> | null
  recommendation_id: Id<'recommendation'> | null
}

export interface DecisionDirection {
  jurisdiction_id: Id<'jurisdiction'>
  id: Id<'check'>
  problem_id: Id<'problem'>
  number: number
  body_id: Id<'body'>
  text: string
  sent_by: Id<'account'>
  sent_at: Temporal.Instant
  due_at: Temporal.Instant | null
}

export interface DecisionDirectionReply {
  jurisdiction_id: Id<'jurisdiction'>
  direction_id: Id<'check'>
  person_id: Id<'person'>
  account_id: Id<'account'>
  questions: Generated<string>
  limits: Generated<string>
  at: Temporal.Instant
  party_id: Id<'body'> | null
}

export interface DecisionItem {
  jurisdiction_id: Id<'jurisdiction'>
  package_id: Id<'package'>
  recommendation_id: Id<'recommendation'>
  number: number
  title: string
  text: string
}

export interface DecisionMeetingQuestion {
  jurisdiction_id: Id<'jurisdiction'>
  id: Id<'meeting-question'>
  package_id: Id<'package'>
  number: number
  round: string
  recommendation_id: Id<'recommendation'> | null
  text: string
  language: string
  asked_by: Id<'account'>
  asked_at: Temporal.Instant
  reply: string | null
  replied_by: Id<'account'> | null
  person_id: Id<'person'> | null
  replied_at: Temporal.Instant | null
}

export interface DecisionMinutes {
  jurisdiction_id: Id<'jurisdiction'>
  resolution_id: Id<'resolution'>
  version: number
  file_id: Id<'file'>
  text: string
  language: string
  added_by: Id<'account'>
  is_staff: boolean
  added_at: Temporal.Instant
}

export interface DecisionNamedVote {
  jurisdiction_id: Id<'jurisdiction'>
  resolution_id: Id<'resolution'>
  person_id: Id<'person'>
  choice: string
}

export interface DecisionPackage {
  jurisdiction_id: Id<'jurisdiction'>
  id: Id<'package'>
  problem_id: Id<'problem'>
  body_id: Id<'body'> | null
  snapshot: ColumnType<Json | null, string | null, string | null>
  rule_count: number | null
  rule_unit: string | null
  due_at: Temporal.Instant | null
  handed_by: Id<'account'> | null
  handed_at: Temporal.Instant | null
  handed_on: Temporal.PlainDate | null
  meeting_on: Temporal.PlainDate | null
  return_on: Temporal.PlainDate | null
  closed_by: Id<'account'> | null
  closed_at: Temporal.Instant | null
  source: string | null
  told_status: ColumnType<Json | null, string | null, string | null>
  keeps_repeats: Generated<boolean>
}

export interface DecisionPutToVote {
  jurisdiction_id: Id<'jurisdiction'>
  resolution_id: Id<'resolution'>
  answer_id: Id<'answer'>
  version: number
}

export interface DecisionRating {
  jurisdiction_id: Id<'jurisdiction'>
  answer_id: Id<'answer'>
  account_id: Id<'account'>
  version: number
  was_reasoned: number
  did_answer: number
}

export interface DecisionRatingResult {
  jurisdiction_id: Id<'jurisdiction'>
  answer_id: Id<'answer'>
  version: number
  could: number
  rated: number
  was_reasoned: ColumnType<Json | null, string | null, string | null>
  did_answer: ColumnType<Json | null, string | null, string | null>
  closed_at: Temporal.Instant
  kept_at: Temporal.Instant
}

export interface DecisionReferralIn {
  jurisdiction_id: Id<'jurisdiction'>
  id: Id<'referral'>
  number: number
  from_id: Id<'jurisdiction'>
  from_slug: string
  from_number: number
  from_body_name: string
  body_id: Id<'body'>
  question: string
  title: string
  text: string
  why: string
  language: string
  asked_by_name: string
  arrived_at: Temporal.Instant
  due_at: Temporal.Instant
  state: Generated<string>
  reason: Generated<string>
  amended_text: Generated<string>
  answered_by: Id<'person'> | null
  answered_at: Temporal.Instant | null
  hidden_at: Temporal.Instant | null
}

export interface DecisionReferralOut {
  jurisdiction_id: Id<'jurisdiction'>
  id: Id<'referral'>
  answer_id: Id<'answer'>
  version: number
  to_id: Id<'jurisdiction'>
  to_body: Id<'body'>
  to_name: string
  state: Generated<string>
  sent_at: Temporal.Instant | null
  their_number: number | null
  reason: Generated<string>
  amended_text: Generated<string>
  answered_by_name: Generated<string>
  answered_at: Temporal.Instant | null
}

export interface DecisionReferralReminder {
  jurisdiction_id: Id<'jurisdiction'>
  referral_id: Id<'referral'>
  step: string
  told_at: Temporal.Instant
}

export interface DecisionReminder {
  jurisdiction_id: Id<'jurisdiction'>
  problem_id: Id<'problem'>
  what: string
  about_id: string
  due_at: Temporal.Instant
  step: string
  after_step: string | null
  told_at: Temporal.Instant
}

export interface DecisionRepeat {
  jurisdiction_id: Id<'jurisdiction'>
  answer_id: Id<'answer'>
  version: number
  other_id: Id<'answer'>
  other_version: number
  share: number
}

export interface DecisionReplyAnswer {
  jurisdiction_id: Id<'jurisdiction'>
  direction_id: Id<'check'>
  person_id: Id<'person'>
  text: string
  answered_by: Id<'account'>
  at: Temporal.Instant
}

export interface DecisionReturnItem {
  jurisdiction_id: Id<'jurisdiction'>
  package_id: Id<'package'>
  recommendation_id: Id<'recommendation'>
  words: string
}

export interface DecisionReturnReport {
  jurisdiction_id: Id<'jurisdiction'>
  package_id: Id<'package'>
  held_on: Temporal.PlainDate
  words: string
  person_id: Id<'person'>
  account_id: Id<'account'>
  at: Temporal.Instant
}

export interface DecisionStaffNote {
  jurisdiction_id: Id<'jurisdiction'>
  package_id: Id<'package'>
  version: number
  text: string
  by_account: Id<'account'>
  at: Temporal.Instant
}

export interface DecisionVoteMinutes {
  jurisdiction_id: Id<'jurisdiction'>
  resolution_id: Id<'resolution'>
  address: string
}

export interface DeliveryCommitment {
  jurisdiction_id: Id<'jurisdiction'>
  id: Id<'commitment'>
  problem_id: Id<'problem'>
  number: number
  answer_id: Id<'answer'> | null
  title: string
  owner_id: Id<'person'> | null
  office: Generated<string>
  budget_line: string | null
  needs_no_budget: boolean | null
  next_report_on: Temporal.PlainDate | null
  standing: Generated<string>
  standing_reason: Generated<string>
  written_by: Id<'account'> | null
  written_at: Temporal.Instant
  source: string | null
  answer_version: number | null
  confirmed_at: Temporal.Instant | null
  confirmed_by: Id<'account'> | null
  discarded_at: Temporal.Instant | null
}

export interface DeliveryDue {
  jurisdiction_id: Id<'jurisdiction'>
  commitment_id: Id<'commitment'>
  owner_id: Id<'person'>
  due_on: Temporal.PlainDate
  problem_id: Id<'problem'>
  is_reopened: boolean
}

export interface DeliveryFollowUp {
  jurisdiction_id: Id<'jurisdiction'>
  problem_id: Id<'problem'>
  months: number
  next_on: Temporal.PlainDate
  ends_on: Temporal.PlainDate
  opened_by: Id<'account'>
  opened_at: Temporal.Instant
  ended_at: Temporal.Instant | null
  ended_by: Id<'account'> | null
  ended_why: Generated<string>
}

export interface DeliveryLate {
  jurisdiction_id: Id<'jurisdiction'>
  commitment_id: Id<'commitment'>
  due_on: Temporal.PlainDate
  step: string
  told_at: Temporal.Instant
}

export interface DeliveryMilestone {
  jurisdiction_id: Id<'jurisdiction'>
  id: Id<'milestone'>
  commitment_id: Id<'commitment'>
  number: number
  what: string
  due_on: Temporal.PlainDate
  reached_on: Temporal.PlainDate | null
  reached_by: Id<'account'> | null
  reached_as: string | null
}

export interface DeliveryMonitor {
  jurisdiction_id: Id<'jurisdiction'>
  problem_id: Id<'problem'>
  account_id: Id<'account'>
  joined_at: Temporal.Instant
  left_at: Temporal.Instant | null
}

export interface DeliveryMonitorWord {
  jurisdiction_id: Id<'jurisdiction'>
  id: Id<'monitor-word'>
  problem_id: Id<'problem'>
  number: number
  report: number
  by_account: Id<'account'>
  rating: string
  question: Generated<string>
  language: string
  at: Temporal.Instant
  reply: string | null
  replied_by: Id<'account'> | null
  reply_is_staff: boolean | null
  replied_at: Temporal.Instant | null
}

export interface DeliveryPledge {
  jurisdiction_id: Id<'jurisdiction'>
  id: Id<'pledge'>
  problem_id: Id<'problem'>
  number: number
  commitment_id: Id<'commitment'>
  pledged_by: Id<'account'> | null
  pledger: Generated<string>
  what: string
  how_much: string
  by_day: Temporal.PlainDate | null
  pledged_at: Temporal.Instant
  state: Generated<string>
  settled_words: Generated<string>
  settled_by: Id<'account'> | null
  settled_at: Temporal.Instant | null
  source: string | null
  delivered_on: Temporal.PlainDate | null
  delivered_much: Generated<string>
}

export interface DeliveryReopening {
  jurisdiction_id: Id<'jurisdiction'>
  id: Id<'reopening'>
  problem_id: Id<'problem'>
  commitment_id: Id<'commitment'>
  number: number
  closed_as: string
  closed_report: number
  reason: string
  language: string
  by_account: Id<'account'>
  at: Temporal.Instant
  answer_by: Temporal.PlainDate
  answer_report: number | null
  answered_by: Id<'account'> | null
  answered_at: Temporal.Instant | null
}

export interface DeliveryReport {
  jurisdiction_id: Id<'jurisdiction'>
  commitment_id: Id<'commitment'>
  number: number
  text: string
  standing: string
  reason: Generated<string>
  next_report_on: Temporal.PlainDate | null
  by_account: Id<'account'> | null
  is_staff: boolean
  at: Temporal.Instant
  source: string | null
}

export interface DeliverySettled {
  jurisdiction_id: Id<'jurisdiction'>
  problem_id: Id<'problem'>
  count: number
}

export interface DeliveryStatusReminder {
  jurisdiction_id: Id<'jurisdiction'>
  problem_id: Id<'problem'>
  due_on: Temporal.PlainDate
  step: string
  told_at: Temporal.Instant
}

export interface DeliveryStatusReport {
  jurisdiction_id: Id<'jurisdiction'>
  problem_id: Id<'problem'>
  number: number
  text: string
  by_account: Id<'account'>
  is_staff: boolean
  at: Temporal.Instant
}

export interface DirectoryBody {
  jurisdiction_id: Id<'jurisdiction'>
  id: Id<'body'>
  slug: string
  name: string
  kind: string
  parent_id: Id<'body'> | null
  popolo: ColumnType<Json, string | undefined, string>
  popolo_id: string | null
}

export interface DirectoryElection {
  jurisdiction_id: Id<'jurisdiction'>
  body_id: Id<'body'>
  held_on: Temporal.PlainDate
  source: string
  said_by: Id<'account'>
  said_at: Temporal.Instant
}

export interface DirectoryJurisdiction {
  id: Id<'jurisdiction'>
  parent_id: Id<'jurisdiction'> | null
  slug: string
  name: string
  level: string
  tagline: Generated<string>
  time_zone: string
  languages: readonly string[]
  holidays: Generated<readonly Temporal.PlainDate[]>
  accent: string | null
  brand: string | null
  words: ColumnType<Json, string | undefined, string>
  offline_route: Generated<string>
  is_fictional: Generated<boolean>
  is_told: Generated<boolean>
  created_at: Generated<Temporal.Instant>
}

export interface DirectoryMajority {
  jurisdiction_id: Id<'jurisdiction'>
  body_id: Id<'body'>
  party_id: Id<'body'>
  source: string
  said_by: Id<'account'>
  said_at: Temporal.Instant
}

export interface DirectoryMembership {
  jurisdiction_id: Id<'jurisdiction'>
  id: Id<'membership'>
  person_id: Id<'person'>
  body_id: Id<'body'>
  party_id: Id<'body'> | null
  role: Generated<string>
  is_chair: Generated<boolean>
  area: string | null
  starts_on: Temporal.PlainDate | null
  ends_on: Temporal.PlainDate | null
  popolo: ColumnType<Json, string | undefined, string>
  popolo_id: string | null
  origin: Generated<string>
}

export interface DirectoryOutline {
  jurisdiction_id: Id<'jurisdiction'>
  rings: ColumnType<Json, string, string>
  places: ColumnType<Json, string, string>
  given_at: Temporal.Instant
}

export interface DirectoryPerson {
  jurisdiction_id: Id<'jurisdiction'>
  id: Id<'person'>
  slug: string
  name: string
  popolo: ColumnType<Json, string | undefined, string>
  popolo_id: string | null
}

export interface DirectoryResolution {
  jurisdiction_id: Id<'jurisdiction'>
  id: Id<'resolution'>
  body_id: Id<'body'>
  about_kind: string
  about_id: string
  motion: string
  decided_on: Temporal.PlainDate | null
  reference: Generated<string>
  votes_for: number | null
  votes_against: number | null
  abstentions: number | null
  is_carried: boolean | null
  dissent: Generated<string>
  drafted_by: Id<'account'> | null
  drafted_at: Temporal.Instant
  confirmed_by: Id<'account'> | null
  confirmed_at: Temporal.Instant | null
  source: string | null
}

export interface DraftAmendment {
  jurisdiction_id: Id<'jurisdiction'>
  id: Id<'amendment'>
  problem_id: Id<'problem'>
  number: number
  clause_id: Id<'clause'>
  kind: string
  base: string
  words: string
  reason: string
  language: string
  proposed_by: Id<'account'>
  proposed_as: string
  proposed_at: Temporal.Instant
  state: Generated<string>
  settled_by: Id<'account'> | null
  settled_at: Temporal.Instant | null
  settled_reason: Generated<string>
  result: Generated<string>
  may_proposer_decide: Generated<boolean>
}

export interface DraftAmendmentVoice {
  jurisdiction_id: Id<'jurisdiction'>
  amendment_id: Id<'amendment'>
  account_id: Id<'account'>
  choice: string
}

export interface DraftCitation {
  jurisdiction_id: Id<'jurisdiction'>
  clause_id: Id<'clause'>
  cited_kind: string
  cited_id: string
}

export interface DraftClause {
  jurisdiction_id: Id<'jurisdiction'>
  id: Id<'clause'>
  number: number | null
  text: string
  written_by: Id<'account'> | null
  written_as: string
  section_id: Id<'section'>
}

export interface DraftComment {
  jurisdiction_id: Id<'jurisdiction'>
  id: Id<'comment'>
  problem_id: Id<'problem'>
  idea_id: Id<'idea'>
  number: number
  head: number
  text: string
  language: string
  written_by: Id<'account'>
  written_as: string
  written_at: Temporal.Instant
}

export interface DraftCounterCase {
  jurisdiction_id: Id<'jurisdiction'>
  id: Id<'counter-case'>
  problem_id: Id<'problem'>
  recommendation_id: Id<'recommendation'>
  how: string
  seed: string
  first_advocate: Id<'account'>
  second_advocate: Id<'account'>
  asked_by: Id<'account'>
  asked_at: Temporal.Instant
  due_on: Temporal.PlainDate
}

export interface DraftCounterCaseText {
  jurisdiction_id: Id<'jurisdiction'>
  problem_id: Id<'problem'>
  counter_case_id: Id<'counter-case'>
  revision: number
  text: string
  language: string
  written_by: Id<'account'>
  at: Temporal.Instant
}

export interface DraftFrozen {
  jurisdiction_id: Id<'jurisdiction'>
  problem_id: Id<'problem'>
  at: Temporal.Instant
}

export interface DraftIdea {
  jurisdiction_id: Id<'jurisdiction'>
  id: Id<'idea'>
  problem_id: Id<'problem'>
  number: number
  kind: string
  title: string
  text: string
  place: Generated<string>
  language: string
  written_by: Id<'account'> | null
  written_at: Temporal.Instant
  told_day: Temporal.PlainDate | null
  source: string | null
  words_english: ColumnType<string | null, never, never>
  words_danish: ColumnType<string | null, never, never>
  words_simple: ColumnType<string | null, never, never>
  channel: Generated<string>
  occasion: Generated<string>
  written_down_by: Id<'account'> | null
  receipt: string | null
  latitude: number | null
  longitude: number | null
  area: Generated<string>
}

export interface DraftIdeaJoined {
  jurisdiction_id: Id<'jurisdiction'>
  idea_id: Id<'idea'>
  account_id: Id<'account'>
}

export interface DraftIdeaListing {
  jurisdiction_id: Id<'jurisdiction'>
  problem_id: Id<'problem'>
  idea_id: Id<'idea'>
  number: number
  kind: string
  area: string
  channel: string
  place: number
  is_cited: Generated<boolean>
  is_heard: Generated<boolean>
  comments: Generated<number>
  is_merged: Generated<boolean>
  is_ordered: Generated<boolean>
}

export interface DraftIdeaMerger {
  jurisdiction_id: Id<'jurisdiction'>
  idea_id: Id<'idea'>
  number: number
  into_id: Id<'idea'>
  reason: string
  merged_by: Id<'account'>
  merged_at: Temporal.Instant
  ended_at: Temporal.Instant | null
  ended_by: Id<'account'> | null
  objection: Generated<string>
  objection_id: Id<'idea-objection'> | null
}

export interface DraftIdeaSorting {
  jurisdiction_id: Id<'jurisdiction'>
  problem_id: Id<'problem'>
  is_due: boolean
  sorted_at: Temporal.Instant | null
}

export interface DraftIdeaStem {
  jurisdiction_id: Id<'jurisdiction'>
  problem_id: Id<'problem'>
  stem: string
  idea_id: Id<'idea'>
  weight: number
}

export interface DraftLiveDay {
  jurisdiction_id: Id<'jurisdiction'>
  problem_id: Id<'problem'>
  account_id: Id<'account'>
  since: Temporal.Instant
  bytes: number
}

export interface DraftLiveMoved {
  jurisdiction_id: Id<'jurisdiction'>
  problem_id: Id<'problem'>
  client: number
  clock: number
  length: number
  first_client: number
}

export interface DraftLiveReturned {
  jurisdiction_id: Id<'jurisdiction'>
  problem_id: Id<'problem'>
  seq: number
}

export interface DraftLiveState {
  jurisdiction_id: Id<'jurisdiction'>
  problem_id: Id<'problem'>
  through: number
  bytes: Buffer
  at: Temporal.Instant
}

export interface DraftLiveTaken {
  jurisdiction_id: Id<'jurisdiction'>
  problem_id: Id<'problem'>
  passage: string
  runs: ColumnType<Json, string, string>
}

export interface DraftLiveUpdate {
  jurisdiction_id: Id<'jurisdiction'>
  problem_id: Id<'problem'>
  seq: number
  bytes: Buffer
  written_by: Id<'account'> | null
  at: Temporal.Instant
}

export interface DraftLiveWriter {
  jurisdiction_id: Id<'jurisdiction'>
  problem_id: Id<'problem'>
  client: number
  account_id: Id<'account'> | null
  written_as: string
}

export interface DraftMinoritySignature {
  jurisdiction_id: Id<'jurisdiction'>
  recommendation_id: Id<'recommendation'>
  revision: number
  account_id: Id<'account'>
  signed_at: Temporal.Instant
  withdrawn_at: Temporal.Instant | null
}

export interface DraftMinorityText {
  jurisdiction_id: Id<'jurisdiction'>
  recommendation_id: Id<'recommendation'>
  revision: number
  text: string
  written_by: Id<'account'> | null
  at: Temporal.Instant
}

export interface DraftPollAnswer {
  jurisdiction_id: Id<'jurisdiction'>
  id: Id<'vote'>
  clause_id: Id<'clause'>
  round: number
  voter: Buffer
  choice: string
}

export interface DraftPollRound {
  jurisdiction_id: Id<'jurisdiction'>
  problem_id: Id<'problem'>
  clause_id: Id<'clause'>
  round: number
  key: Buffer | null
  drawn_agree: number | null
  drawn_can_live: number | null
  drawn_against: number | null
  is_closed: Generated<boolean>
}

export interface DraftRecommendation {
  jurisdiction_id: Id<'jurisdiction'>
  id: Id<'recommendation'>
  problem_id: Id<'problem'>
  number: number
  proposed_by: Id<'account'> | null
  proposed_at: Temporal.Instant
  told_agreement: string | null
  told_for: number | null
  told_against: number | null
  told_silent: number | null
  told_day: Temporal.PlainDate | null
  source: string | null
  told_vote: Generated<string>
}

export interface DraftRecommendationVersion {
  jurisdiction_id: Id<'jurisdiction'>
  recommendation_id: Id<'recommendation'>
  version: number
  change: string
  title: string
  text: string
  clauses: ColumnType<Json, string, string>
  reason: string
  written_by: Id<'account'> | null
  written_as: string
  at: Temporal.Instant
  words_english: ColumnType<string | null, never, never>
  words_danish: ColumnType<string | null, never, never>
  words_simple: ColumnType<string | null, never, never>
  text_version: number | null
}

export interface DraftRemark {
  jurisdiction_id: Id<'jurisdiction'>
  id: Id<'remark'>
  problem_id: Id<'problem'>
  clause_id: Id<'clause'>
  number: number
  head: number
  text: string
  language: string
  written_by: Id<'account'>
  written_as: string
  written_at: Temporal.Instant
  resolved_by: Id<'account'> | null
  resolved_at: Temporal.Instant | null
}

export interface DraftSection {
  jurisdiction_id: Id<'jurisdiction'>
  id: Id<'section'>
  problem_id: Id<'problem'>
  kind: string
  recommendation_id: Id<'recommendation'> | null
  heading: string
  position: number | null
}

export interface DraftStand {
  jurisdiction_id: Id<'jurisdiction'>
  recommendation_id: Id<'recommendation'>
  account_id: Id<'account'>
  version: number
  choice: string
  at: Temporal.Instant
}

export interface DraftTextVersion {
  jurisdiction_id: Id<'jurisdiction'>
  problem_id: Id<'problem'>
  version: number
  content: ColumnType<Json, string, string>
  letters: ColumnType<Json, string, string>
  reason: string
  saved_by: Id<'account'> | null
  saved_as: string
  at: Temporal.Instant
}

export interface FilesFile {
  jurisdiction_id: Id<'jurisdiction'>
  id: Id<'file'>
  about_kind: string
  about_id: string
  hash: string
  name: string
  media_type: string
  bytes: number
  alt: Generated<string>
  added_by: Id<'account'> | null
  added_at: Temporal.Instant
  within_id: string | null
}

export interface FilesWaiting {
  jurisdiction_id: Id<'jurisdiction'>
  id: Id<'file'>
  account_id: Id<'account'>
  hash: string
  name: string
  media_type: string
  bytes: number
  at: Temporal.Instant
}

export interface FolkmootMigration {
  name: string
  checksum: string
  applied_at: Generated<Temporal.Instant>
}

export interface FolkmootSetting {
  key: string
  value: ColumnType<Json, string, string>
}

export interface IdentityAccount {
  jurisdiction_id: Id<'jurisdiction'>
  id: Id<'account'>
  email: string
  name: Generated<string>
  language: Generated<string>
  person_id: Id<'person'> | null
  tie: string | null
  tie_words: Generated<string>
  organisation: string | null
  interest: Generated<string>
  assurance: Generated<string>
  mail_frequency: Generated<string>
  consented_at: Temporal.Instant | null
  created_at: Generated<Temporal.Instant>
  declaration: string | null
  mailbox: string | null
  left_at: Temporal.Instant | null
}

export interface IdentityAddressList {
  jurisdiction_id: Id<'jurisdiction'>
  source: string
  as_of: Temporal.PlainDate
  hash: Buffer
  people: number
  households: number
  listed_by: Id<'account'>
  listed_at: Temporal.Instant
}

export interface IdentityAddressUndo {
  jurisdiction_id: Id<'jurisdiction'>
  token_hash: Buffer
  account_id: Id<'account'>
  old_email: string
  old_mailbox: string
  changed_at: Temporal.Instant
  expires_at: Temporal.Instant
  ended_at: Temporal.Instant | null
}

export interface IdentityAttempt {
  jurisdiction_id: Id<'jurisdiction'>
  browser_hash: Buffer
  email: string
  client_hash: Buffer | null
  code_salt: Buffer
  code_hash: Buffer
  is_long: boolean
  is_mailed: boolean
  tries_left: number
  asked_at: Temporal.Instant
  expires_at: Temporal.Instant
  entered_at: Temporal.Instant | null
  link_hash: Buffer | null
}

export interface IdentityChallenge {
  jurisdiction_id: Id<'jurisdiction'>
  browser_hash: Buffer
  challenge: Buffer
  account_id: Id<'account'> | null
  expires_at: Temporal.Instant
}

export interface IdentityConsent {
  jurisdiction_id: Id<'jurisdiction'>
  account_id: Id<'account'>
  kind: string
  given_at: Temporal.Instant
  wording: string
  language: string
  taken_back_at: Temporal.Instant | null
}

export interface IdentityDelegation {
  jurisdiction_id: Id<'jurisdiction'>
  id: Id<'delegation'>
  person_id: Id<'person'>
  account_id: Id<'account'>
  named_by: Id<'account'>
  named_at: Temporal.Instant
  agreed_at: Temporal.Instant | null
  ends_at: Temporal.Instant
  ended_at: Temporal.Instant | null
  ended_by: Id<'account'> | null
}

export interface IdentityErrand {
  jurisdiction_id: Id<'jurisdiction'>
  browser_hash: Buffer
  provider: string
  purpose: string
  account_id: Id<'account'> | null
  next: Generated<string>
  began_at: Temporal.Instant
  expires_at: Temporal.Instant
  used_at: Temporal.Instant | null
  issuer: string | null
  subject: string | null
  assurance: string | null
}

export interface IdentityExternal {
  jurisdiction_id: Id<'jurisdiction'>
  issuer: string
  subject: string
  account_id: Id<'account'>
  assurance: string
  linked_at: Temporal.Instant
  used_at: Temporal.Instant
  unlinked_at: Temporal.Instant | null
}

export interface IdentityHousehold {
  jurisdiction_id: Id<'jurisdiction'>
  form: string
  lines: readonly string[]
  people: number
}

export interface IdentityKeptAct {
  jurisdiction_id: Id<'jurisdiction'>
  id: string
  account_id: Id<'account'>
  path: string
  typed: string
  kept_at: Temporal.Instant
}

export interface IdentityLeaving {
  jurisdiction_id: Id<'jurisdiction'>
  account_id: Id<'account'>
  asked_at: Temporal.Instant
  due_at: Temporal.Instant
  words: Generated<string>
}

export interface IdentityNetwork {
  jurisdiction_id: Id<'jurisdiction'>
  account_id: Id<'account'>
  network_hash: Buffer
  seen_at: Temporal.Instant
}

export interface IdentityPace {
  jurisdiction_id: Id<'jurisdiction'>
  kind: string
  who: Buffer
  since: Temporal.Instant
  count: number
}

export interface IdentityPasskey {
  jurisdiction_id: Id<'jurisdiction'>
  id: Generated<Id<'passkey'>>
  account_id: Id<'account'>
  credential_id: Buffer
  public_key: Buffer
  counter: number
  name: string
  assurance: string
  added_at: Temporal.Instant
  used_on: Temporal.PlainDate | null
}

export interface IdentityResidence {
  jurisdiction_id: Id<'jurisdiction'>
  account_id: Id<'account'>
  means: string
  shown_on: Temporal.PlainDate
  ends_on: Temporal.PlainDate
}

export interface IdentityResidenceAsked {
  jurisdiction_id: Id<'jurisdiction'>
  form: string
  letters: number
  asked_on: Temporal.PlainDate
}

export interface IdentityResidenceDesk {
  jurisdiction_id: Id<'jurisdiction'>
  account_id: Id<'account'>
  number: number
  ends_at: Temporal.Instant
}

export interface IdentityResidenceLetter {
  jurisdiction_id: Id<'jurisdiction'>
  run: number
  number: number
  form: string
  code_hash: Buffer | null
  made_at: Temporal.Instant
  ends_at: Temporal.Instant
}

export interface IdentityResidenceRun {
  jurisdiction_id: Id<'jurisdiction'>
  run: number
  letters: number
  code_key: Buffer | null
  made_by: Id<'account'>
  made_at: Temporal.Instant
  ends_at: Temporal.Instant
  printed_at: Temporal.Instant | null
}

export interface IdentityResidenceSeen {
  jurisdiction_id: Id<'jurisdiction'>
  number: number
  account_id: Id<'account'>
  seen_by: string
  home_by: string
  reason: string
  recorded_by: Id<'account'>
  recorded_at: Temporal.Instant
  confirmed_by: Id<'account'> | null
  confirmed_at: Temporal.Instant | null
}

export interface IdentityResidenceTry {
  jurisdiction_id: Id<'jurisdiction'>
  account_id: Id<'account'>
  kind: string
  at: Temporal.Instant
}

export interface IdentitySession {
  jurisdiction_id: Id<'jurisdiction'>
  token_hash: Buffer
  account_id: Id<'account'>
  opened_at: Generated<Temporal.Instant>
  expires_at: Temporal.Instant
  id: Generated<Id<'session'>>
  means: string
  assurance: Generated<string>
  authenticated_at: Generated<Temporal.Instant>
  browser: Generated<string>
  seen_on: Generated<Temporal.PlainDate>
  used_at: Generated<Temporal.Instant>
}

export interface IdentityStaffRole {
  jurisdiction_id: Id<'jurisdiction'>
  account_id: Id<'account'>
  role: string
  granted_by: Id<'account'> | null
  starts_at: Generated<Temporal.Instant>
  ends_at: Temporal.Instant | null
}

export interface InquiryAnswerer {
  jurisdiction_id: Id<'jurisdiction'>
  evidence_id: Id<'evidence'>
  number: number
  kind: string
  account_id: Id<'account'> | null
  name: Generated<string>
  position: Generated<string>
  interest: Generated<string>
  has_agreed: Generated<boolean>
  side: string
  due_at: Temporal.Instant
  later_words: Generated<string>
  named_by: Id<'account'>
  named_at: Temporal.Instant
}

export interface InquiryAskedToo {
  jurisdiction_id: Id<'jurisdiction'>
  question_id: Id<'question'>
  account_id: Id<'account'>
}

export interface InquiryEvidence {
  jurisdiction_id: Id<'jurisdiction'>
  id: Id<'evidence'>
  problem_id: Id<'problem'>
  number: number
  question: string
  why: Generated<string>
  language: string
  ordered_by: Id<'account'> | null
  ordered_at: Temporal.Instant
  wanted_by: Temporal.Instant | null
  withdrawn_at: Temporal.Instant | null
  withdrawn_by: Id<'account'> | null
  withdrawn_words: Generated<string>
  merged_into: Id<'evidence'> | null
  merged_by: Id<'account'> | null
  merged_at: Temporal.Instant | null
  merged_words: Generated<string>
  told_day: Temporal.PlainDate | null
  source: string | null
  words_english: ColumnType<string | null, never, never>
  words_danish: ColumnType<string | null, never, never>
  words_simple: ColumnType<string | null, never, never>
}

export interface InquiryFinding {
  jurisdiction_id: Id<'jurisdiction'>
  id: Id<'finding'>
  evidence_id: Id<'evidence'>
  number: number
  answerer: number | null
  told_by: Generated<string>
  side: string
  text: string
  sources: string
  uncertain: string
  language: string
  given_by: Id<'account'> | null
  given_at: Temporal.Instant
  told_day: Temporal.PlainDate | null
  words_english: ColumnType<string | null, never, never>
  words_danish: ColumnType<string | null, never, never>
  words_simple: ColumnType<string | null, never, never>
}

export interface InquiryLikeness {
  jurisdiction_id: Id<'jurisdiction'>
  question_id: Id<'question'>
  round: number
  like_question_id: Id<'question'>
  like_round: number
  share: number
}

export interface InquiryNote {
  jurisdiction_id: Id<'jurisdiction'>
  id: Id<'note'>
  problem_id: Id<'problem'>
  number: number
  person_id: Id<'person'>
  account_id: Id<'account'> | null
  heard: string
  changed: string
  why: string
  language: string
  written_at: Temporal.Instant
  told_day: Temporal.PlainDate | null
  source: string | null
  from_kind: string | null
  meeting_id: Id<'meeting'> | null
  question_id: Id<'question'> | null
  talk: Generated<string>
  encounter_id: Id<'encounter'> | null
  words_english: ColumnType<string | null, never, never>
  words_danish: ColumnType<string | null, never, never>
  words_simple: ColumnType<string | null, never, never>
  on_behalf: string | null
}

export interface InquiryObjection {
  jurisdiction_id: Id<'jurisdiction'>
  id: Id<'objection'>
  evidence_id: Id<'evidence'>
  number: number
  finding_id: Id<'finding'>
  reason: string
  source: string
  language: string
  contested_by: Id<'account'>
  contested_at: Temporal.Instant
  settled_at: Temporal.Instant | null
  settled_words: Generated<string>
}

export interface InquiryOverdue {
  jurisdiction_id: Id<'jurisdiction'>
  evidence_id: Id<'evidence'>
  due_at: Temporal.Instant
  told_at: Temporal.Instant
}

export interface InquiryPosition {
  jurisdiction_id: Id<'jurisdiction'>
  id: Id<'position'>
  problem_id: Id<'problem'>
  number: number
  person_id: Id<'person'>
  subject: string
  language: string
}

export interface InquiryQuestion {
  jurisdiction_id: Id<'jurisdiction'>
  id: Id<'question'>
  problem_id: Id<'problem'>
  number: number
  to_person: Id<'person'> | null
  question: string
  background: Generated<string>
  language: string
  asked_by: Id<'account'> | null
  asked_at: Temporal.Instant
  told_day: Temporal.PlainDate | null
  round: Generated<number>
  source: string | null
  words_english: ColumnType<string | null, never, never>
  words_danish: ColumnType<string | null, never, never>
  words_simple: ColumnType<string | null, never, never>
}

export interface InquiryReply {
  jurisdiction_id: Id<'jurisdiction'>
  id: Id<'reply'>
  problem_id: Id<'problem'>
  about_kind: string
  about_id: string
  person_id: Id<'person'>
  account_id: Id<'account'>
  text: string
  language: string
  written_at: Temporal.Instant
}

export interface InquiryRound {
  jurisdiction_id: Id<'jurisdiction'>
  question_id: Id<'question'>
  round: number
  starts_at: Temporal.Instant
  due_at: Temporal.Instant | null
  reply: string | null
  replied_by: Id<'account'> | null
  replied_by_person: Id<'person'> | null
  is_staff: Generated<boolean>
  replied_at: Temporal.Instant | null
  told_day: Temporal.PlainDate | null
  is_answer: boolean | null
  judgement: Generated<string>
  judged_at: Temporal.Instant | null
  words_english: ColumnType<string | null, never, never>
  words_danish: ColumnType<string | null, never, never>
  words_simple: ColumnType<string | null, never, never>
}

export interface InquiryStanding {
  jurisdiction_id: Id<'jurisdiction'>
  position_id: Id<'position'>
  number: number
  stance: string
  reason: string
  language: string
  account_id: Id<'account'>
  taken_at: Temporal.Instant
}

export interface LedgerEvent {
  jurisdiction_id: Id<'jurisdiction'>
  id: Id<'event'>
  kind: string
  problem_id: Id<'problem'> | null
  at: Temporal.Instant
  public: ColumnType<Json, string, string>
  commitment: Buffer | null
  leaf_hash: Buffer
  seq: number | null
}

export interface LedgerEventSecret {
  jurisdiction_id: Id<'jurisdiction'>
  event_id: Id<'event'>
  salt: Buffer
  payload: ColumnType<Json, string, string>
}

export interface MailOutbox {
  jurisdiction_id: Id<'jurisdiction'>
  id: string
  recipient: string
  subject: string
  body: string
  at: Generated<Temporal.Instant>
}

export interface MailSent {
  jurisdiction_id: Id<'jurisdiction'>
  id: string
  at: Temporal.Instant
}

export interface MandateCapacity {
  jurisdiction_id: Id<'jurisdiction'>
  groups_a_year: number
  set_by: Id<'account'>
  set_at: Temporal.Instant
}

export interface MandateCharter {
  jurisdiction_id: Id<'jurisdiction'>
  mandate_id: Id<'mandate'>
  json: string
  sha256: string
}

export interface MandateGateAnswer {
  jurisdiction_id: Id<'jurisdiction'>
  mandate_id: Id<'mandate'>
  question: string
  person_id: Id<'person'>
  is_yes: boolean
  reason: string
  at: Temporal.Instant
}

export interface MandateGroupRule {
  jurisdiction_id: Id<'jurisdiction'>
  mandate_id: Id<'mandate'>
  trigger: Generated<string>
  selection: string | null
  selection_words: Generated<string>
  min_age: number | null
  age_rule: Generated<string>
  chair: string | null
  others: Generated<string>
  meeting_length: Generated<string>
  first_meeting_count: number | null
  first_meeting_unit: string | null
  vote_rule: Generated<string>
  output: Generated<string>
  duties: Generated<readonly string[]>
  answer_words: Generated<string>
  return_count: number | null
  return_unit: string | null
  text_deciders: string | null
  proposer_decides: Generated<boolean>
  residents_amend: Generated<boolean>
}

export interface MandateLowering {
  jurisdiction_id: Id<'jurisdiction'>
  resolution_id: Id<'resolution'>
  mandate_id: Id<'mandate'>
  reason: string
}

export interface MandateMandate {
  jurisdiction_id: Id<'jurisdiction'>
  id: Id<'mandate'>
  problem_id: Id<'problem'>
  version: number
  state: Generated<string>
  revision: Generated<number>
  preset_name: string | null
  question: Generated<string>
  background: Generated<string>
  tasks: Generated<string>
  out_of_scope: Generated<string>
  parent_body_id: Id<'body'> | null
  recipient_body_id: Id<'body'> | null
  politicians: number | null
  citizens: number | null
  min_gender_share: number | null
  starts_on: Temporal.PlainDate | null
  ends_on: Temporal.PlainDate | null
  meetings: number | null
  economic_frame: Generated<string>
  promise: string | null
  can_change: Generated<string>
  cannot_change: Generated<string>
  answer_count: number | null
  answer_unit: string | null
  begun_by: Id<'account'> | null
  begun_at: Temporal.Instant
  pending_resolution_id: Id<'resolution'> | null
  resolution_id: Id<'resolution'> | null
  adopted_at: Temporal.Instant | null
  source: string | null
}

export interface MandateMatter {
  jurisdiction_id: Id<'jurisdiction'>
  mandate_id: Id<'mandate'>
  position: number
  words: string
  room: string
  why: Generated<string>
  level: Generated<string>
  money_amount: number | null
  money_currency: string | null
  money_words: Generated<string>
  law_kind: string | null
  law_words: Generated<string>
  law_reference: Generated<string>
}

export interface MandateMovedBusiness {
  jurisdiction_id: Id<'jurisdiction'>
  id: Id<'moved-business'>
  problem_id: Id<'problem'>
  number: number
  from_body_id: Id<'body'>
  what: string
  kind: string
  stays: string
  ends_on: Temporal.PlainDate
  freed_hours: number | null
  resolution_id: Id<'resolution'>
  written_by: Id<'account'>
  written_at: Temporal.Instant
  returned_on: Temporal.PlainDate | null
  returned_words: Generated<string>
  returned_by: Id<'account'> | null
}

export interface MandateNamedVote {
  jurisdiction_id: Id<'jurisdiction'>
  resolution_id: Id<'resolution'>
  mandate_id: Id<'mandate'>
  person_id: Id<'person'>
  choice: string
}

export interface MandateProfile {
  jurisdiction_id: Id<'jurisdiction'>
  mandate_id: Id<'mandate'>
  id: Id<'profile'>
  position: number
  name: string
  wanted: number | null
  description: Generated<string>
}

export interface MandateSave {
  jurisdiction_id: Id<'jurisdiction'>
  mandate_id: Id<'mandate'>
  section: string
  revision: number
  saved_by: Id<'account'>
  is_staff: boolean
  saved_at: Temporal.Instant
  words: ColumnType<Json, string, string>
}

export interface MandateWarning {
  jurisdiction_id: Id<'jurisdiction'>
  resolution_id: Id<'resolution'>
  mandate_id: Id<'mandate'>
  position: number
  kind: string
  values: ColumnType<Json, string, string>
}

export interface MandateWithdrawal {
  jurisdiction_id: Id<'jurisdiction'>
  resolution_id: Id<'resolution'>
  mandate_id: Id<'mandate'>
  reason: string
  withdrawn_by: Id<'account'>
  withdrawn_at: Temporal.Instant
}

export interface MeetingAction {
  jurisdiction_id: Id<'jurisdiction'>
  id: Id<'action'>
  problem_id: Id<'problem'>
  number: number
  meeting_id: Id<'meeting'>
  item_id: Id<'item'>
  what: string
  owner_id: Id<'account'>
  owner_name: string
  is_staff_owner: boolean
  due_on: Temporal.PlainDate
  due_at: Temporal.Instant
  written_by: Id<'account'>
  written_at: Temporal.Instant
  done_at: Temporal.Instant | null
  done_by: Id<'account'> | null
  done_words: Generated<string>
}

export interface MeetingApproval {
  jurisdiction_id: Id<'jurisdiction'>
  meeting_id: Id<'meeting'>
  approved_in: Id<'meeting'>
  recorded_by: Id<'account'>
  approved_at: Temporal.Instant
}

export interface MeetingAttendance {
  jurisdiction_id: Id<'jurisdiction'>
  meeting_id: Id<'meeting'>
  seat_id: Id<'seat'>
  account_id: Id<'account'> | null
  person_id: Id<'person'> | null
  name: string
  is_present: boolean
  stand_in_name: string | null
  stand_in_id: Id<'account'> | null
}

export interface MeetingBatch {
  jurisdiction_id: Id<'jurisdiction'>
  problem_id: Id<'problem'>
  number: number
  gathering_id: Id<'gathering'> | null
  channel: string
  collected_by: string
  collected_on: Temporal.PlainDate
  sheets: number
  entered: number
  sample: Generated<string>
  entered_by: Id<'account'>
  entered_at: Temporal.Instant
}

export interface MeetingBooking {
  jurisdiction_id: Id<'jurisdiction'>
  encounter_id: Id<'encounter'>
  account_id: Id<'account'>
  state: string
  asked_at: Temporal.Instant
}

export interface MeetingContact {
  jurisdiction_id: Id<'jurisdiction'>
  problem_id: Id<'problem'>
  seat_id: Id<'seat'>
  number: number
  wrote_by: Id<'account'>
  wrote_at: Temporal.Instant
  outcome: string | null
  outcome_by: Id<'account'> | null
  outcome_at: Temporal.Instant | null
}

export interface MeetingEncounter {
  jurisdiction_id: Id<'jurisdiction'>
  id: Id<'encounter'>
  number: number
  kind: string
  person_id: Id<'person'>
  problem_id: Id<'problem'> | null
  about: string
  place: string
  access: Generated<string>
  led_by: Generated<string>
  starts_at: Temporal.Instant
  ends_at: Temporal.Instant
  seats: number
  offered_by: Id<'account'>
  offered_at: Temporal.Instant
  changed_at: Temporal.Instant
  sequence: Generated<number>
  cancelled_at: Temporal.Instant | null
  cancel_reason: Generated<string>
  heard: Generated<string>
  heard_at: Temporal.Instant | null
}

export interface MeetingFeed {
  jurisdiction_id: Id<'jurisdiction'>
  account_id: Id<'account'>
  token_hash: Buffer
  made_at: Temporal.Instant
}

export interface MeetingGathering {
  jurisdiction_id: Id<'jurisdiction'>
  id: Id<'gathering'>
  problem_id: Id<'problem'>
  number: number
  title: string
  about: string
  place: string
  access: Generated<string>
  starts_at: Temporal.Instant
  ends_at: Temporal.Instant
  announced_by: Id<'account'>
  announced_at: Temporal.Instant
  changed_at: Temporal.Instant
  sequence: Generated<number>
  cancelled_at: Temporal.Instant | null
  cancel_reason: Generated<string>
  headcount: number | null
  result: Generated<string>
  result_by: Id<'account'> | null
  result_is_staff: Generated<boolean>
  result_at: Temporal.Instant | null
  words_english: ColumnType<string | null, never, never>
  words_danish: ColumnType<string | null, never, never>
  words_simple: ColumnType<string | null, never, never>
}

export interface MeetingGroundRules {
  jurisdiction_id: Id<'jurisdiction'>
  id: Id<'ground-rules'>
  problem_id: Id<'problem'>
  version: number
  words: string
  proposed_by: Id<'account'>
  proposed_at: Temporal.Instant
  is_staff: boolean
  agreed_in: Id<'meeting'> | null
  agreed: number | null
  seats: number | null
  recorded_by: Id<'account'> | null
  agreed_at: Temporal.Instant | null
}

export interface MeetingItem {
  jurisdiction_id: Id<'jurisdiction'>
  id: Id<'item'>
  meeting_id: Id<'meeting'>
  number: number
  title: string
  planned_minutes: number | null
  owner: Generated<string>
  added_by: Id<'account'> | null
  minutes: Generated<string>
  decision: Generated<string>
  minutes_by: Id<'account'> | null
  minutes_by_staff: Generated<boolean>
  minutes_at: Temporal.Instant | null
  position: number
  taken_off_at: Temporal.Instant | null
  opened_at: Temporal.Instant | null
  minutes_version: Generated<number>
  words_english: ColumnType<string | null, never, never>
  words_danish: ColumnType<string | null, never, never>
  words_simple: ColumnType<string | null, never, never>
}

export interface MeetingLegalGround {
  jurisdiction_id: Id<'jurisdiction'>
  number: number
  words: string
  listed_by: Id<'account'>
  listed_at: Temporal.Instant
  ended_at: Temporal.Instant | null
}

export interface MeetingMaterial {
  jurisdiction_id: Id<'jurisdiction'>
  id: Id<'material'>
  meeting_id: Id<'meeting'>
  number: number
  title: string
  link: Generated<string>
  file_hash: string | null
  file_name: string | null
  media_type: string | null
  bytes: number | null
  added_by: Id<'account'>
  is_staff: boolean
  added_at: Temporal.Instant
  published_at: Temporal.Instant | null
  is_late: Generated<boolean>
}

export interface MeetingMeeting {
  jurisdiction_id: Id<'jurisdiction'>
  id: Id<'meeting'>
  problem_id: Id<'problem'>
  number: number
  title: string
  day: Temporal.PlainDate | null
  starts_at: Temporal.Instant | null
  ends_at: Temporal.Instant | null
  place: string | null
  access: Generated<string>
  documents: Generated<string>
  is_open: boolean | null
  closed_ground: Generated<string>
  state: Generated<string>
  cancel_reason: Generated<string>
  sequence: Generated<number>
  called_by: Id<'account'> | null
  called_at: Temporal.Instant
  changed_at: Temporal.Instant
  attendance_at: Temporal.Instant | null
  source: string | null
  phase: string | null
  papers_due_at: Temporal.Instant | null
  papers_at: Temporal.Instant | null
  closed_words: Generated<string>
  closed_by: Id<'account'> | null
  closed_at: Temporal.Instant | null
  decisions_closed: Generated<boolean>
  is_visit: Generated<boolean>
}

export interface MeetingMinutesVersion {
  jurisdiction_id: Id<'jurisdiction'>
  item_id: Id<'item'>
  version: number
  minutes: string
  decision: string
  written_by: Id<'account'> | null
  is_staff: boolean
  written_at: Temporal.Instant
  reason: Generated<string>
}

export interface MeetingReply {
  jurisdiction_id: Id<'jurisdiction'>
  meeting_id: Id<'meeting'>
  seat_id: Id<'seat'>
  answer: string
  said_by: Id<'account'>
  said_at: Temporal.Instant
}

export interface MeetingSubstitute {
  jurisdiction_id: Id<'jurisdiction'>
  problem_id: Id<'problem'>
  seat_id: Id<'seat'>
  number: number
  account_id: Id<'account'>
  named_by: Id<'account'>
  named_at: Temporal.Instant
  accepted_at: Temporal.Instant | null
  ended_at: Temporal.Instant | null
}

export interface MeetingWish {
  jurisdiction_id: Id<'jurisdiction'>
  id: Id<'wish'>
  problem_id: Id<'problem'>
  number: number
  kind: string
  meeting_id: Id<'meeting'> | null
  starts_at: Temporal.Instant | null
  ends_at: Temporal.Instant | null
  words: string
  wished_by: Id<'account'>
  wished_at: Temporal.Instant
  state: Generated<string>
  answer: Generated<string>
  answered_by: Id<'account'> | null
  answered_at: Temporal.Instant | null
}

export interface ModerationBatch {
  jurisdiction_id: Id<'jurisdiction'>
  number: number
  act: string
  things: number
  made_by: Id<'account'>
  made_at: Temporal.Instant
  undone_at: Temporal.Instant | null
  undone_by: Id<'account'> | null
}

export interface ModerationHidden {
  jurisdiction_id: Id<'jurisdiction'>
  about_kind: string
  about_id: string
  rule: string
  reason: string
  hidden_by: Id<'account'>
  hidden_by_role: string
  hidden_at: Temporal.Instant
  never_shown: Generated<boolean>
  is_provisional: Generated<boolean>
  batch: number | null
}

export interface ModerationReport {
  jurisdiction_id: Id<'jurisdiction'>
  id: Id<'report'>
  about_kind: string
  about_id: string
  reason: string
  reported_by: Id<'account'> | null
  reported_at: Temporal.Instant
  settled_at: Temporal.Instant | null
  rule: string | null
  is_appeal: Generated<boolean>
  due_at: Temporal.Instant | null
  batch: number | null
}

export interface NoticesDigest {
  jurisdiction_id: Id<'jurisdiction'>
  account_id: Id<'account'>
  morning: Temporal.PlainDate
  at: Temporal.Instant
}

export interface NoticesFollow {
  jurisdiction_id: Id<'jurisdiction'>
  account_id: Id<'account'>
  about_kind: string
  about_id: string
  as_author: Generated<boolean>
  since: Temporal.Instant
}

export interface NoticesForgotten {
  jurisdiction_id: Id<'jurisdiction'>
  sha256: string
  instead: string
  at: Temporal.Instant
}

export interface NoticesNotice {
  jurisdiction_id: Id<'jurisdiction'>
  id: Id<'notice'>
  account_id: Id<'account'>
  stage: string
  message: string
  values: ColumnType<Json, string, string>
  address: string
  params: ColumnType<Json, string, string>
  happening: string
  at: Temporal.Instant
  read_at: Temporal.Instant | null
  mailed_at: Temporal.Instant | null
  mail: string
}

export interface NoticesStopLink {
  jurisdiction_id: Id<'jurisdiction'>
  account_id: Id<'account'>
  token: string
}

export interface OpinionAnomaly {
  jurisdiction_id: Id<'jurisdiction'>
  consultation_id: Id<'consultation'>
  number: number
  kind: string
  from_at: Temporal.Instant
  until_at: Temporal.Instant
  people: number
  expected: number
  found_at: Temporal.Instant
}

export interface OpinionAnomalyLook {
  jurisdiction_id: Id<'jurisdiction'>
  consultation_id: Id<'consultation'>
  voters: number
  is_final: boolean
  looked_at: Temporal.Instant
}

export interface OpinionAnomalyVoter {
  jurisdiction_id: Id<'jurisdiction'>
  consultation_id: Id<'consultation'>
  number: number
  participant_id: Id<'participant'>
}

export interface OpinionConsultation {
  jurisdiction_id: Id<'jurisdiction'>
  id: Id<'consultation'>
  problem_id: Id<'problem'>
  problem_slug: string
  opened_by: Id<'account'> | null
  decided: Generated<string>
  opened_at: Temporal.Instant
  closes_at: Temporal.Instant
  shows: string
  closed_by: Id<'account'> | null
  closed_at: Temporal.Instant | null
  input_hash: string | null
  source: string | null
  is_hearing: Generated<boolean>
  moderation: Generated<string>
  voters: number | null
  least_assurance: Generated<string>
}

export interface OpinionDeadlineChange {
  jurisdiction_id: Id<'jurisdiction'>
  consultation_id: Id<'consultation'>
  number: number
  was: Temporal.Instant
  closes_at: Temporal.Instant
  reason: string
  decided: string
  moved_at: Temporal.Instant
}

export interface OpinionEligibility {
  jurisdiction_id: Id<'jurisdiction'>
  consultation_id: Id<'consultation'>
  key: Buffer
}

export interface OpinionEligibilitySecret {
  jurisdiction_id: Id<'jurisdiction'>
  consultation_id: Id<'consultation'>
  secret: Buffer
}

export interface OpinionMap {
  jurisdiction_id: Id<'jurisdiction'>
  consultation_id: Id<'consultation'>
  version: number
  is_final: boolean
  drawn_at: Temporal.Instant
  counted_until: Temporal.Instant | null
  people: number
  method: string
  seed: string
  input_hash: string
  output_hash: string
  statements: readonly number[]
  published: string
  axes: string
}

export interface OpinionMemberTally {
  jurisdiction_id: Id<'jurisdiction'>
  statement_id: Id<'statement'>
  agree: number
  disagree: number
  pass: number
}

export interface OpinionParticipant {
  jurisdiction_id: Id<'jurisdiction'>
  id: Id<'participant'>
  consultation_id: Id<'consultation'>
  account_id: Id<'account'> | null
  source_number: number | null
  has_left: Generated<boolean>
}

export interface OpinionPositionRevision {
  jurisdiction_id: Id<'jurisdiction'>
  position_id: Id<'statement-position'>
  number: number
  choice: string
  reason: string
  language: string
  account_id: Id<'account'>
  taken_at: Temporal.Instant
  is_after_close: boolean
}

export interface OpinionPrepared {
  jurisdiction_id: Id<'jurisdiction'>
  id: Id<'statement'>
  problem_id: Id<'problem'>
  text: string
  plain_form: string
  language: string
  written_by: Id<'account'>
  written_at: Temporal.Instant
}

export interface OpinionProved {
  jurisdiction_id: Id<'jurisdiction'>
  consultation_id: Id<'consultation'>
  voters: number
}

export interface OpinionProvedTally {
  jurisdiction_id: Id<'jurisdiction'>
  statement_id: Id<'statement'>
  consultation_id: Id<'consultation'>
  agree: number
  disagree: number
  pass: number
}

export interface OpinionStatement {
  jurisdiction_id: Id<'jurisdiction'>
  id: Id<'statement'>
  consultation_id: Id<'consultation'>
  number: number
  text: string
  plain_form: string
  is_seed: boolean
  language: string
  written_by: Id<'account'> | null
  written_at: Temporal.Instant
  source_number: number | null
  is_taken_out: Generated<boolean>
  source: string | null
  words_english: ColumnType<string | null, never, never>
  words_danish: ColumnType<string | null, never, never>
  words_simple: ColumnType<string | null, never, never>
}

export interface OpinionStatementPosition {
  jurisdiction_id: Id<'jurisdiction'>
  id: Id<'statement-position'>
  statement_id: Id<'statement'>
  person_id: Id<'person'>
}

export interface OpinionTally {
  jurisdiction_id: Id<'jurisdiction'>
  statement_id: Id<'statement'>
  consultation_id: Id<'consultation'>
  agree: number
  disagree: number
  pass: number
  counted_at: Temporal.Instant
  unknown: Generated<number>
  is_held: Generated<boolean>
}

export interface OpinionVoided {
  jurisdiction_id: Id<'jurisdiction'>
  consultation_id: Id<'consultation'>
  participant_id: Id<'participant'>
  number: number
  at: Temporal.Instant
}

export interface OpinionVoiding {
  jurisdiction_id: Id<'jurisdiction'>
  consultation_id: Id<'consultation'>
  number: number
  reason: string
  asked_by: Id<'account'>
  asked_at: Temporal.Instant
  state: Generated<string>
  why: Generated<string>
  decided_by: Id<'account'> | null
  decided_at: Temporal.Instant | null
}

export interface OpinionVote {
  jurisdiction_id: Id<'jurisdiction'>
  statement_id: Id<'statement'>
  participant_id: Id<'participant'>
  revision: number
  id: Id<'vote'>
  choice: string
  at: Temporal.Instant
  assurance: Generated<string>
}

export interface OpinionWaiting {
  jurisdiction_id: Id<'jurisdiction'>
  id: Id<'statement'>
  consultation_id: Id<'consultation'>
  text: string
  plain_form: string
  language: string
  written_by: Id<'account'>
  written_at: Temporal.Instant
  state: Generated<string>
  judged_at: Temporal.Instant | null
  judged_by: Id<'account'> | null
}

export interface OutcomeChecklistEntry {
  jurisdiction_id: Id<'jurisdiction'>
  problem_id: Id<'problem'>
  point: string
  account_id: Id<'account'>
  version: number
  verdict: string
  evidence: string
  wrote_as: string
  at: Temporal.Instant
}

export interface OutcomeIndicator {
  jurisdiction_id: Id<'jurisdiction'>
  id: Id<'indicator'>
  problem_id: Id<'problem'>
  number: number
  name: string
  unit: string
  baseline_value: number | null
  baseline_on: Temporal.PlainDate | null
  baseline_source: Generated<string>
  target_value: number | null
  target_by: Temporal.PlainDate | null
  written_by: Id<'account'> | null
  written_at: Temporal.Instant
  source: string | null
}

export interface OutcomeLegitimacy {
  jurisdiction_id: Id<'jurisdiction'>
  problem_id: Id<'problem'>
  version: number
  method: string
  inputs: ColumnType<Json, string, string>
  figures: ColumnType<Json, string, string>
  input_hash: string
  computed_by: Id<'account'> | null
  computed_at: Temporal.Instant
}

export interface OutcomeMeasurement {
  jurisdiction_id: Id<'jurisdiction'>
  id: Id<'measurement'>
  indicator_id: Id<'indicator'>
  number: number
  value: number
  measured_on: Temporal.PlainDate
  source: string
  by_account: Id<'account'> | null
  at: Temporal.Instant
  low: number | null
  high: number | null
  corrects_id: Id<'measurement'> | null
  corrected_because: Generated<string>
}

export interface OutcomeSurveyAnswer {
  jurisdiction_id: Id<'jurisdiction'>
  id: Id<'vote'>
  problem_id: Id<'problem'>
  moment: string
  respondent: Buffer
  answered_as: string
  item: string
  answer: number
}

export interface OutcomeSurveyAsked {
  jurisdiction_id: Id<'jurisdiction'>
  problem_id: Id<'problem'>
  moment: string
  account_id: Id<'account'>
  asked_as: string
  opened_at: Temporal.Instant
}

export interface OutcomeSurveyRound {
  jurisdiction_id: Id<'jurisdiction'>
  problem_id: Id<'problem'>
  moment: string
  opened_by: Id<'account'>
  opened_at: Temporal.Instant
  closes_at: Temporal.Instant
  reminded_at: Temporal.Instant | null
  key: Buffer | null
  closed_at: Temporal.Instant | null
  published: ColumnType<Json | null, string | null, string | null>
}

export interface OutcomeValueAccount {
  jurisdiction_id: Id<'jurisdiction'>
  id: Id<'account-of-value'>
  problem_id: Id<'problem'>
  version: number
  intended_for: string
  what_came: string
  side_effects: string
  fairness: string
  authority_used: string
  cost_minor: number | null
  cost_currency: string | null
  cost_words: Generated<string>
  prepared_by: Id<'account'> | null
  is_staff_text: boolean
  prepared_at: Temporal.Instant
  signed_person: Id<'person'> | null
  signed_by: Id<'account'> | null
  signed_at: Temporal.Instant | null
  source: string | null
  who_benefits: Generated<string>
  who_pays: Generated<string>
}

export interface ProblemActor {
  jurisdiction_id: Id<'jurisdiction'>
  id: Id<'actor'>
  problem_id: Id<'problem'>
  name: string
  added_by: Id<'account'> | null
  added_at: Temporal.Instant
  source: string | null
  number: number
}

export interface ProblemActorVersion {
  jurisdiction_id: Id<'jurisdiction'>
  actor_id: Id<'actor'>
  number: number
  name: string
  kind: string
  relation: string
  how: string
  how_much: string
  knowledge: Generated<string>
  resources: Generated<readonly string[]>
  resource_words: Generated<string>
  standing: string
  reached: Generated<string>
  reason: Generated<string>
  written_by: Id<'account'> | null
  written_at: Temporal.Instant
  language: Generated<string>
}

export interface ProblemAgenda {
  jurisdiction_id: Id<'jurisdiction'>
  problem_id: Id<'problem'>
  rule_version: number
  closes_at: Temporal.Instant | null
  lapsed_at: Temporal.Instant | null
  settled_at: Temporal.Instant | null
  signature_key: Buffer | null
  closed_at: Temporal.Instant | null
}

export interface ProblemAgendaRule {
  jurisdiction_id: Id<'jurisdiction'>
  version: number
  body_id: Id<'body'>
  window_count: number | null
  window_unit: string | null
  answer_count: number
  answer_unit: string
  open_to: string
  least_assurance: string
  again_after_months: number
  again_with_new_facts: boolean
  preset: string | null
  reference: string
  set_by: Id<'account'>
  set_at: Temporal.Instant
  top_rung: number
}

export interface ProblemAgendaRung {
  jurisdiction_id: Id<'jurisdiction'>
  version: number
  number: number
  threshold: number
  owes: string
}

export interface ProblemAnswerOwed {
  jurisdiction_id: Id<'jurisdiction'>
  problem_id: Id<'problem'>
  number: number
  rung: number
  body_id: Id<'body'>
  supports: number
  reached_at: Temporal.Instant
  due_at: Temporal.Instant
  referred_from: number | null
  answered_at: Temporal.Instant | null
  framing_number: number
}

export interface ProblemBodyAnswer {
  jurisdiction_id: Id<'jurisdiction'>
  resolution_id: Id<'resolution'>
  problem_id: Id<'problem'>
  owed_number: number
  outcome: string
  reason: string
  sponsor_id: Id<'person'> | null
  referred_body_id: Id<'body'> | null
  referred_name: Generated<string>
  confirmed_at: Temporal.Instant | null
  language: Generated<string>
  referred_place_id: Id<'jurisdiction'> | null
}

export interface ProblemBodyBusiness {
  jurisdiction_id: Id<'jurisdiction'>
  problem_id: Id<'problem'>
  why: string
  body_id: Id<'body'>
  framing_number: number
  since: Temporal.Instant
}

export interface ProblemDeclaration {
  jurisdiction_id: Id<'jurisdiction'>
  id: Id<'declaration'>
  slug: string
  account_id: Id<'account'>
  withdrawn_at: Temporal.Instant | null
  withdrawn_words: Generated<string>
}

export interface ProblemDeclarationVersion {
  jurisdiction_id: Id<'jurisdiction'>
  declaration_id: Id<'declaration'>
  number: number
  organisation: string
  legal_form: string
  speaks_for: string
  how_many: number | null
  paid_by: string
  interests: readonly string[]
  interest_words: string
  resources: Generated<readonly string[]>
  resource_words: Generated<string>
  spokesperson: Generated<string>
  has_agreed: Generated<boolean>
  reason: Generated<string>
  written_at: Temporal.Instant
}

export interface ProblemDeclaredMatter {
  jurisdiction_id: Id<'jurisdiction'>
  declaration_id: Id<'declaration'>
  problem_id: Id<'problem'>
  number: number
  wants: string
  stake: string
  is_withdrawn: Generated<boolean>
  written_at: Temporal.Instant
}

export interface ProblemFraming {
  jurisdiction_id: Id<'jurisdiction'>
  id: Id<'framing'>
  problem_id: Id<'problem'>
  number: number
  question: string
  what_happens: string
  who_is_affected: string
  reason: Generated<string>
  proposed_by: Id<'account'> | null
  proposed_at: Temporal.Instant
  state: string
  answer: Generated<string>
  answered_by: Id<'account'> | null
  answered_at: Temporal.Instant | null
  how_often: Generated<string>
  since_when: Generated<string>
  tried: Generated<string>
  place: Generated<string>
  latitude: number | null
  longitude: number | null
  kind: Generated<string>
  proposed_for: Generated<string>
  supported_inside: number | null
  answered_as: string | null
  language: Generated<string>
  answer_language: Generated<string>
}

export interface ProblemHandoverHidden {
  jurisdiction_id: Id<'jurisdiction'>
  handover_id: Id<'handover'>
  rule: string
  reason: string
  role: string
  hidden_at: Temporal.Instant
  arrived_at: Temporal.Instant
}

export interface ProblemHandoverIn {
  jurisdiction_id: Id<'jurisdiction'>
  id: Id<'handover'>
  number: number
  kind: string
  from_id: Id<'jurisdiction'>
  from_slug: string
  question: string
  what_happens: string
  who_is_affected: string
  language: string
  reason: string
  asked_by_name: string
  asked_at: Temporal.Instant
  arrived_at: Temporal.Instant
  due_at: Temporal.Instant
  state: Generated<string>
  answer: Generated<string>
  answered_by: Id<'person'> | null
  answered_at: Temporal.Instant | null
  problem_id: Id<'problem'> | null
  answer_language: Generated<string>
}

export interface ProblemHandoverOut {
  jurisdiction_id: Id<'jurisdiction'>
  id: Id<'handover'>
  problem_id: Id<'problem'>
  kind: string
  to_id: Id<'jurisdiction'>
  reason: string
  asked_by: Id<'account'>
  asked_by_person: Id<'person'>
  asked_at: Temporal.Instant
  state: Generated<string>
  due_at: Temporal.Instant | null
  answer: Generated<string>
  answered_by_name: Generated<string>
  answered_at: Temporal.Instant | null
  their_slug: string | null
  answer_language: Generated<string>
}

export interface ProblemHandoverStep {
  jurisdiction_id: Id<'jurisdiction'>
  handover_id: Id<'handover'>
  step: string
  happened_at: Temporal.Instant
}

export interface ProblemHeld {
  jurisdiction_id: Id<'jurisdiction'>
  problem_id: Id<'problem'>
  held_at: Temporal.Instant
}

export interface ProblemListing {
  jurisdiction_id: Id<'jurisdiction'>
  problem_id: Id<'problem'>
  state: string
  raised_at: Temporal.Instant
  ends_at: Temporal.Instant | null
  is_led: boolean
  collected: number | null
  goal: number | null
  collects_until: Temporal.Instant | null
}

export interface ProblemMerger {
  jurisdiction_id: Id<'jurisdiction'>
  problem_id: Id<'problem'>
  number: number
  into_id: Id<'problem'>
  reason: string
  merged_by: Id<'account'>
  merged_at: Temporal.Instant
  undone_at: Temporal.Instant | null
  is_counted: Generated<boolean>
}

export interface ProblemPart {
  jurisdiction_id: Id<'jurisdiction'>
  part_id: Id<'problem'>
  whole_id: Id<'problem'>
  reason: string
  parted_by: Id<'account'>
  parted_at: Temporal.Instant
}

export interface ProblemProblem {
  jurisdiction_id: Id<'jurisdiction'>
  id: Id<'problem'>
  slug: string
  raised_by: Id<'account'> | null
  raised_at: Temporal.Instant
  language: string
  source: string | null
  channel: Generated<string>
  written_down_by: Id<'account'> | null
  receipt: string | null
}

export interface ProblemRaisedAgain {
  jurisdiction_id: Id<'jurisdiction'>
  problem_id: Id<'problem'>
  earlier_id: Id<'problem'>
  new_facts: string
}

export interface ProblemSpokesperson {
  jurisdiction_id: Id<'jurisdiction'>
  actor_id: Id<'actor'>
  name: string
  how: string
  email: string | null
  token_hash: Buffer | null
  account_id: Id<'account'> | null
  person_id: Id<'person'> | null
  asked_by: Id<'account'> | null
  asked_at: Temporal.Instant
  expires_at: Temporal.Instant | null
  agreed_at: Temporal.Instant | null
}

export interface ProblemSpokespersonMail {
  jurisdiction_id: Id<'jurisdiction'>
  asked_by: Id<'account'>
  at: Temporal.Instant
}

export interface ProblemSponsorInvitation {
  jurisdiction_id: Id<'jurisdiction'>
  problem_id: Id<'problem'>
  person_id: Id<'person'>
  invited_by: Id<'person'>
  words: string
  at: Temporal.Instant
  state: Generated<string>
  answered_at: Temporal.Instant | null
}

export interface ProblemSponsorship {
  jurisdiction_id: Id<'jurisdiction'>
  problem_id: Id<'problem'>
  person_id: Id<'person'>
  account_id: Id<'account'> | null
  words: string
  at: Temporal.Instant
  ended_at: Temporal.Instant | null
  ended_words: Generated<string>
  named_by: Id<'body'> | null
  spoken_at: Temporal.Instant | null
  language: Generated<string>
  ended_language: Generated<string>
}

export interface ProblemStem {
  jurisdiction_id: Id<'jurisdiction'>
  stem: string
  framing_id: Id<'framing'>
  problem_id: Id<'problem'>
  weight: number
}

export interface ProblemSupport {
  jurisdiction_id: Id<'jurisdiction'>
  id: Id<'support'>
  problem_id: Id<'problem'>
  channel: string
  account_id: Id<'account'> | null
  signature: Buffer | null
  is_taken_back: Generated<boolean>
  is_counted: Generated<boolean>
}

export interface ProblemSupportTally {
  jurisdiction_id: Id<'jurisdiction'>
  problem_id: Id<'problem'>
  online: number
  paper: number
  phone: number
  total: ColumnType<number, never, never>
}

export interface ProblemWord {
  jurisdiction_id: Id<'jurisdiction'>
  stem: string
}

export interface ThreadLink {
  jurisdiction_id: Id<'jurisdiction'>
  from_id: string
  from_kind: string
  relation: string
  to_id: string
  to_kind: string
  at: Temporal.Instant
}
