import { ours, knownOf, readIn, type Preset } from './preset.ts'

/** Models of regions: members of parliament and citizens by lot in Brussels, Wallonia and the German-speaking Community. */

const brussels = 'https://democratie.brussels/pages/faq_cd'
const inBrussels = readIn(brussels)
const inHabitat = readIn(
  'https://www.habitatetrenovation.be/commissions-deliberatives-un-nouvel-outil-democratique-regional/',
)
const wallonia = 'https://www.buergerrat.de/en/news/mps-and-random-citizens-in-the-same-boat/'
const inWallonia = readIn(wallonia)
const inDreamocracy = readIn(
  'https://www.dreamocracy.eu/en/publication/everything-you-wish-to-know-about-the-first-deliberative-committee-in-the-walloon-parliament-a-promising-democratic-innovation',
)
const ostbelgien = 'https://www.buergerrat.de/en/news/citizens-dialogue-in-east-belgium-with-impact/'
const inOstbelgien = readIn(ostbelgien)

/** Three quarters are citizens; the law leaves the body the choice between two sizes. */
function inBrusselsWith(name: 'brussels' | 'brussels-12', [politicians, citizens]: readonly [number, number]): Preset {
  return {
    name,
    level: 'region',
    source: brussels,
    fixes: {
      trigger: inBrussels('model.brussels-trigger'),
      politicians: inBrussels(politicians),
      citizens: inBrussels(citizens),
      others: inBrussels('model.brussels-others'),
      selection: inBrussels('lot'),
      selectionWords: inBrussels('model.brussels-selection'),
      minAge: inBrussels(16),
      firstMeetingWithin: inBrussels({ count: 3, unit: 'months' }),
      meetings: inHabitat(4),
      meetingLength: inHabitat('model.brussels-length'),
      voteRule: inHabitat('model.brussels-vote'),
      output: inBrussels('model.brussels-output'),
      recipient: inBrussels('committee'),
      returnAfter: inHabitat({ count: 6, unit: 'months' }),
      textDeciders: ours('majority'),
    },
    duties: [inBrussels('refusal-public'), knownOf(brussels)('explain-deviation')],
    record: [inBrussels('model.brussels-record')],
  }
}

export const regions: readonly Preset[] = [
  inBrusselsWith('brussels', [15, 45]),
  inBrusselsWith('brussels-12', [12, 36]),
  {
    name: 'wallonia',
    level: 'region',
    source: wallonia,
    fixes: {
      trigger: inWallonia('model.wallonia-trigger'),
      politicians: inWallonia(10),
      citizens: inWallonia(30),
      selection: inWallonia('lot'),
      meetings: inWallonia(5),
      meetingLength: inWallonia('model.wallonia-length'),
      output: inWallonia('model.wallonia-output'),
      recipient: inDreamocracy('committee'),
      answerWords: inDreamocracy('model.wallonia-answer'),
      textDeciders: ours('majority'),
    },
    duties: [inDreamocracy('refusal-public'), inDreamocracy('each-recommendation')],
    record: [inWallonia('model.wallonia-record')],
  },
  {
    name: 'ostbelgien',
    level: 'region',
    source: ostbelgien,
    fixes: {
      trigger: inOstbelgien('model.ostbelgien-trigger'),
      politicians: inOstbelgien(0),
      // The source says 25 to 50; the body sets the number within it.
      citizens: inOstbelgien(50),
      others: inOstbelgien('model.ostbelgien-others'),
      selection: inOstbelgien('lot'),
      selectionWords: inOstbelgien('model.ostbelgien-selection'),
      output: inOstbelgien('model.ostbelgien-output'),
      recipient: inOstbelgien('committee'),
      answerWords: inOstbelgien('model.ostbelgien-answer'),
      textDeciders: ours('majority'),
    },
    duties: [inOstbelgien('each-recommendation'), inOstbelgien('status-reports')],
    record: [inOstbelgien('model.ostbelgien-record')],
  },
]
