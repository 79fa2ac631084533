/**
 * What each clue is worth. Clues of one kind of machine are added up, clues of a person are taken off, and from `enough` on the
 * machine is believed. `says` completes "because …" in the timeline.
 */
export type MachineKind = "auto-reply" | "bounce" | "ticket-notice" | "campaign" | "notice" | "calendar-mail"

export interface Weight {
  for: readonly MachineKind[] | "any" | "person"
  points: number
  says: string
  /** A person's clue that speaks against these only. */
  against?: readonly MachineKind[]
}

/** Points from which a machine wrote it. */
export const enough = 4

export const weights = {
  subjectAutomatic: { for: ["auto-reply"], points: 4, says: "the subject begins as automatic replies do" },
  saysAbsent: { for: ["auto-reply"], points: 2, says: "it says that somebody is away" },
  saysBack: { for: ["auto-reply"], points: 1, says: "it says when somebody is back" },
  saysLater: { for: ["auto-reply"], points: 1, says: "it puts off the answer" },
  saysUnread: { for: ["auto-reply"], points: 2, says: "it says that mail is not read" },
  saysRedirect: { for: ["auto-reply"], points: 1, says: "it names somebody else to ask" },
  saysGone: { for: ["auto-reply"], points: 3, says: "it says that somebody has left" },
  saysAutomatic: {
    for: ["auto-reply", "ticket-notice", "notice"],
    points: 3,
    says: "it says that it was sent automatically",
  },
  thanksForMail: { for: ["auto-reply", "ticket-notice"], points: 1, says: "it thanks for a mail" },
  atOnce: { for: ["auto-reply", "ticket-notice", "bounce"], points: 2, says: "it came within two minutes" },
  soon: { for: ["auto-reply", "ticket-notice", "bounce"], points: 1, says: "it came within ten minutes" },

  subjectBounce: { for: ["bounce"], points: 3, says: "the subject is that of a delivery report" },
  saysBounce: { for: ["bounce"], points: 2, says: "it speaks of failed delivery" },
  saysBounceTwice: { for: ["bounce"], points: 1, says: "more than once" },
  statusCode: { for: ["bounce"], points: 2, says: "it holds a mail server's status code" },
  postmaster: { for: ["bounce", "notice", "calendar-mail"], points: 4, says: "a mail server sent it" },

  subjectCalendar: { for: ["calendar-mail"], points: 3, says: "the subject begins as calendar mail does" },
  subjectCalendarReplied: {
    for: ["calendar-mail"],
    points: 1,
    says: "the thread is named after a calendar mail",
  },
  subjectDated: { for: ["calendar-mail"], points: 2, says: "the subject holds the meeting's time" },
  saysCalendar: { for: ["calendar-mail"], points: 2, says: "it reads as a calendar wrote it" },
  saysCalendarTwice: { for: ["calendar-mail"], points: 2, says: "in several places" },
  nothingElse: { for: ["calendar-mail"], points: 2, says: "it holds nothing else" },
  emptyBody: { for: ["calendar-mail"], points: 2, says: "nobody wrote anything in it" },

  saysReceived: { for: ["ticket-notice"], points: 2, says: "a help desk confirms or changes a request" },
  saysReceivedTwice: { for: ["ticket-notice"], points: 1, says: "in several places" },
  saysSurvey: { for: ["ticket-notice", "campaign"], points: 2, says: "it asks for a rating" },
  saysSurveyTwice: { for: ["ticket-notice", "campaign"], points: 1, says: "in several places" },
  ratingScale: { for: ["ticket-notice", "campaign"], points: 2, says: "it offers a scale to click on" },
  ticketSource: { for: ["ticket-notice"], points: 1, says: "it came through a help desk" },

  filler: { for: ["campaign"], points: 4, says: "it holds the invisible filler of a campaign tool" },
  hiddenPreview: { for: ["campaign"], points: 1, says: "it holds a hidden preview text" },
  saysUnsubscribe: { for: ["campaign", "notice"], points: 2, says: "one can unsubscribe from it" },
  saysUnsubscribeTwice: { for: ["campaign", "notice"], points: 1, says: "in several places" },
  startsThread: { for: ["campaign"], points: 1, says: "nobody had written before" },
  campaignSource: { for: ["campaign"], points: 3, says: "a campaign tool sent it" },
  vitallySource: { for: ["campaign"], points: 2, says: "Vitally sent it" },

  subjectReceipt: { for: ["notice"], points: 3, says: "the subject is that of a receipt or a recall" },
  saysNotice: { for: ["notice"], points: 2, says: "it reads as a tool's notice" },
  saysNoticeTwice: { for: ["notice"], points: 1, says: "in several places" },
  subjectSays: { for: "any", points: 1, says: "so does the subject" },
  machineSender: { for: "any", points: 3, says: "the address is a machine's" },
  noReplySender: { for: "any", points: 5, says: "nobody writes from a no-reply address" },
  serviceSender: { for: "any", points: 3, says: "the sender is a tool" },
  lentSender: { for: "any", points: 2, says: "a help desk or scheduler sends from there" },
  deskSender: { for: "any", points: 1, says: "the sender is a desk and no person" },
  roleSender: { for: ["campaign", "notice"], points: 1, says: "the address belongs to nobody in particular" },
  unknownSender: { for: "any", points: 2, says: "nobody we know sent it" },
  notComposed: {
    for: ["campaign", "notice"],
    points: 1,
    says: "no mail program that people write in made it",
  },

  question: { for: "person", points: 2, says: "it asks a question" },
  request: { for: "person", points: 1, says: "it asks for something" },
  greetsByName: {
    for: "person",
    points: 2,
    says: "it greets by name",
    against: ["auto-reply", "bounce", "notice", "calendar-mail"],
  },
  ownWords: {
    for: "person",
    points: 3,
    says: "somebody wrote words of their own",
    against: ["calendar-mail"],
  },
  saysProblem: { for: "person", points: 1, says: "it tells of a problem" },
  longText: { for: "person", points: 1, says: "it is long" },
  forwardedWithWords: { for: "person", points: 2, says: "somebody forwarded it with words of their own" },
} as const satisfies Record<string, Weight>

export type ClueKey = keyof typeof weights
