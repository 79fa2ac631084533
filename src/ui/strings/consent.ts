/** What the user agrees to. A change of meaning raises `consentVersion` (`src/messaging/consent.ts`). */
export const consentText = {
  title: "Before anything is read",
  lead: "Account Lens reads customer data of your company to show you where each customer stands and what to do next. Nothing is read before you agree.",
  parts: [
    {
      title: "What is read",
      text: "From Vitally, with your API key or your company's sign-in: accounts and organizations with their fields, people at your customers with their names and mail addresses, tasks, projects, notes, conversations and meetings, NPS answers, health scores, and the names of your colleagues. From Salesforce, if you sign in: accounts, opportunities, contacts and activities that you may see. On pages of Vitally and Salesforce: the address, never the content. From files of usage figures: what you choose to import.",
    },
    {
      title: "Where it is kept",
      text: "In this browser's profile on this computer. The key and the sign-in stay there too. Nothing travels to your other computers.",
    },
    {
      title: "Who gets it",
      text: "Nobody. There is no server of ours, no analytics and no advertising. Requests go to Vitally and Salesforce only, or to your company's own gateway to Vitally if it has one. Changes you make (a completed task, a logged touch) are sent there, and only there.",
    },
    {
      title: "What for",
      text: "To show tier, health, last contact, renewal and next steps, to list your day, to count on the toolbar button, and to remind you if you switch that on. For nothing else.",
    },
  ],
  privacy: "Privacy in full: what is kept, where, how long",
  kept: {
    head: ["What", "Where", "Until"],
    rows: [
      [
        "Records read from Vitally and Salesforce, and what is worked out from them",
        "The extension's database",
        "They are read anew, you clear the cache or delete everything, or you remove the extension",
      ],
      [
        "Your changes on their way: completed tasks, logged touches",
        "The extension's database",
        "They are sent, undone or discarded",
      ],
      [
        "Notes and forms in the panel that you began and did not send",
        "The extension's database",
        "A day has passed",
      ],
      [
        "Pages you linked, recommendations you snoozed or dismissed, health changes seen",
        "The extension's database",
        "You delete everything or connect another workspace",
      ],
      ["Settings and policy", "The extension's local storage", "You delete everything"],
      [
        "The Vitally API key and the Salesforce sign-in",
        "The extension's local storage, closed to web pages",
        "You disconnect or withdraw your agreement",
      ],
      [
        "A log of times, counts and kinds of error, without names or ids",
        "The extension's local storage",
        "600 newer entries exist",
      ],
    ],
  },
  more: [
    "Other extensions and web pages cannot read any of this. Software that may act as you on this computer can, as with all browser data.",
    "The page you are on cannot read the panel. It can see that a panel is there, and where.",
    "Removing the extension removes everything it keeps.",
  ],
  agree: "Agree and continue",
  changed: "This text has changed since you agreed. Nothing is read until you agree again.",
  given: (when: string) => `You agreed on ${when}.`,
  byAdministrator: "Your administrator agreed for your company.",
  version: (version: number) => `Version ${version} of the text.`,
  withdraw: "Withdraw your agreement",
  confirm: {
    title: "Withdraw your agreement?",
    body: "Account Lens disconnects from Vitally and Salesforce, deletes the key and the sign-in, and reads nothing more until you agree again. What was read so far can be deleted too.",
    delete: "Withdraw and delete the data",
    keep: "Withdraw and keep the data",
  },
} as const
