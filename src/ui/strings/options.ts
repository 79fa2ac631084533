import { LINK_LABELS } from "~src/domain/policy/link-labels"

/** Words of the settings, first-run and link pages. */
import { policyText } from "./policy"

export const optionsText = {
  title: "Account Lens settings",
  nav: "Sections",
  locked: "Set by your administrator.",
  lastAnswer: (age: string) => `It last answered ${age}.`,
  leftOut: (count: number) =>
    `Your administrator set ${
      count === 1 ? "an entry that cannot be used. It was" : `${count} entries that cannot be used. They were`
    } left out; the others are in force.`,
  vitally: {
    group: "Vitally",
    about: "Health traits, tasks, projects and conversations come from here.",
    region: "Data region",
    us: "United States",
    eu: "European Union",
    subdomain: "Subdomain",
    subdomainHint: "The first part of your workspace's address: acme in acme.vitally.io.",
    key: "API key",
    keyHint:
      "In Vitally: Settings, Integrations, Vitally REST API. Paste the secret token or the whole Basic header.",
    keyStored: "A key is stored. Paste another to replace it.",
    keySafety: "Kept in this browser only, never shown again and sent to nobody but Vitally.",
    connect: "Connect",
    connecting: "Asking Vitally whether the key works…",
    test: "Test connection",
    testing: "Testing…",
    disconnect: "Disconnect",
    needSubdomain: "Type your workspace's subdomain first.",
    needKey: "Paste an API key first.",
  },
  me: {
    label: "I am",
    choose: "Choose your name",
    loading: "Reading the names…",
    role: "An account is mine where I am its",
    csm: "CSM in Vitally",
    keyRole: (role: string) => `key role: ${role}`,
    hint: "Decides which customers count for your badge, your lists and your reminders.",
    none: "Vitally returned no active people. Check that the key belongs to your workspace.",
  },
  sync: {
    now: "Sync now",
    full: "Read everything again",
    first: "First sync",
    running: "Sync",
    setAside: (count: number) =>
      count === 1
        ? "1 row could not be read and was set aside."
        : `${count} rows could not be read and were set aside.`,
  },
  disconnect: {
    title: (service: string) => `Disconnect ${service}?`,
    body: "The key is deleted. What was read so far can stay in this browser for looking up offline, or go with it.",
    unsent: "Changes that were not sent yet are deleted with the cache.",
    deleteCache: "Disconnect and delete the cache",
    keepCache: "Disconnect, keep the cache",
  },
  doctor: {
    title: "Connection check",
    about: "Finds out why a service does not answer. What it copies holds no customer data.",
    run: "Check the connections",
    running: "Checking…",
    results: "Checks",
    copy: "Copy the checks",
    grant: "Grant access",
    notGranted: {
      code: "not-allowed",
      title: "Chrome did not give access.",
      detail: "Account Lens still can’t reach that service.",
      next: "Choose Allow when Chrome asks, or set site access to “On all sites” in Chrome’s settings of the extension.",
    } as const,
    move: (host: string) => `Sign in to ${host}`,
    askAdmin: (host: string) => `Your administrator has set the My Domain. Ask for ${host}.`,
    outcome: (problems: number) =>
      problems === 0
        ? "Everything answers."
        : problems === 1
          ? "1 check needs you."
          : `${problems} checks need you.`,
    services: { vitally: "Vitally", salesforce: "Salesforce" },
    states: { ok: "Works", problem: "Needs you" },
  },
  salesforce: {
    group: "Salesforce",
    about: "Optional. Adds contract dates, renewal opportunities, contacts and logged activities.",
    domain: "My Domain",
    domainHint: "The name in your Salesforce address: acme in acme.my.salesforce.com.",
    clientId: "Client ID",
    clientIdHint: "The consumer key of the app your Salesforce administrator set up for Account Lens.",
    signIn: "Sign in",
    useOther: (host: string) => `Yes, sign in to ${host}`,
    signingIn: "Waiting for the Salesforce window…",
    signOut: "Sign out",
    signedInAs: (user: string) => `Signed in as ${user}.`,
    off: "Your administrator has switched Salesforce off.",
    needDomain: "Type your My Domain name first.",
    needClientId: "Paste the client ID first.",
    needs: "What an administrator sets up once",
    needsList: [
      "An External Client App with OAuth on, and PKCE required.",
      "Callback URL: the address shown below.",
      "Scopes: Manage user data via APIs (api), Perform requests at any time (refresh_token).",
      "No client secret for the web server flow or for the refresh token flow; refresh token rotation on.",
      "Access for your profile or permission set.",
    ],
    callback: "Callback URL",
  },
  copy: "Copy",
  copied: "Copied.",
  notCopied: "The browser did not allow copying. Select the text and copy it by hand.",
  sections: {
    connections: { title: "Connections", about: "The two services your customers are read from." },
    policy: {
      title: "Policy",
      about:
        "The numbers behind every tier, colour and recommendation. They start from a preset; your team's changes are kept apart and can be shared as a file.",
    },
    traits: {
      title: "Trait mapping",
      about:
        "Which field of your Vitally workspace holds which fact. Found by its label unless it says otherwise; correct it by hand where your workspace names it otherwise.",
    },
    corrections: {
      title: "What counts as contact",
      about: "Touches that you corrected, and rules by which your team corrects all of a kind.",
    },
    links: {
      title: "Links and material",
      about: "Where recommendations lead, and what there is to share with a customer. Part of the policy.",
    },
    reading: {
      title: "Time and reading",
      about: "Which day it is for you, and how much reading in the background may ask of Vitally.",
    },
    appearance: { title: "Appearance", about: "How pages look and what the panel shows first." },
    badge: { title: "Badge", about: "The number on the toolbar button." },
    reminders: { title: "Reminders", about: "Never two for one cause, never outside your hours." },
    covering: {
      title: "Covering and managing",
      about:
        "Add a colleague's customers to your lists for a while; they leave by themselves on the last day.",
    },
    handLinks: {
      title: "Links by hand",
      about: "Pages that were linked to a customer because no id matched.",
    },
    privacy: {
      title: "Privacy",
      about: "What you agreed to, and the way back.",
    },
    data: {
      title: "Data",
      about: "Everything is kept in this browser. Nothing goes anywhere but to Vitally and Salesforce.",
    },
    check: {
      title: "Workspace check",
      about:
        "Reads a few records to see which parts of Vitally answer and in which shape. Changes nothing; the report holds no customer data.",
    },
    diagnostics: {
      title: "Diagnostics",
      about: "A log for support: times, counts and error kinds. No customer names, no ids, no keys.",
    },
  },
  reading: {
    timeZone: "Time zone",
    browsers: (zone: string) => `Like the browser (${zone.replaceAll("_", " ")})`,
    timeZoneHint: (now: string) =>
      `Now ${now}. Due dates, the badge, quiet hours and reminders follow this day.`,
    share: "Background reading may use",
    shareHint:
      "Of the requests Vitally allows your whole workspace in a minute; colleagues share them. What you open yourself is always read first.",
    shareFault: "A share from 5% to 100% is needed. The last one stays.",
  },
  appearance: {
    theme: "Theme",
    themes: [
      { value: "system", label: "Like the system" },
      { value: "light", label: "Light" },
      { value: "dark", label: "Dark" },
    ],
    density: "Density",
    densities: [
      { value: "compact", label: "Compact" },
      { value: "comfortable", label: "Comfortable" },
    ],
    panel: "Panel",
    mode: "Where the panel opens",
    modes: [
      { value: "page", label: "In the page" },
      { value: "browser", label: "In the browser's side panel" },
    ],
    keys: "Single-letter keys in the panel",
    keysHint: "For example r to refresh. Only while the panel has the focus, never while typing.",
    order: "Sections of the panel, in order",
    moveUp: (name: string) => `Move ${name} up`,
    moveDown: (name: string) => `Move ${name} down`,
  },
  reminders: {
    kinds: {
      digest: {
        label: "Daily digest",
        hint: "On the policy's working days: what is due today and whom to get in touch with.",
      },
      bandDrop: {
        label: "A customer's health drops a band",
        hint: "For example from Healthy to Concerning.",
      },
      renewalPhase: {
        label: "A renewal phase starts",
        hint: "When one of your renewals enters a window of the policy.",
      },
      newAccount: {
        label: "An account became yours",
        hint: "On unless you switch it off: nobody else may tell you.",
      },
    },
    digestAt: "Digest at",
    digestQuiet: (end: string) => `In your quiet hours: it comes at their end, ${end}.`,
    quietFrom: "Quiet from",
    quietTo: "Quiet until",
    absences: "Days off",
    firstDay: "First day off",
    lastDay: "Last day off",
    addAbsence: "Add days off",
    removeAbsence: (span: string) => `Remove days off ${span}`,
  },
  span: {
    incomplete: "Choose the first and the last day.",
    backwards: "The last day is before the first.",
  },
  badge: {
    counts: "Count",
    choices: [
      { value: "contacts", label: "Overdue contacts" },
      { value: "tasks", label: "Tasks due" },
      { value: "both", label: "Both" },
      { value: "off", label: "Nothing" },
    ],
    hint: "The number equals the popup's list. Zero shows nothing; ! means the badge cannot know, and its title says why.",
    manager: "Off while you manage: see Covering and managing.",
  },
  covering: {
    none: "You cover nobody at the moment.",
    who: "I cover",
    choose: "Choose a colleague",
    chooseFirst: "Choose a colleague first.",
    from: "First day",
    to: "Last day",
    add: "Add",
    remove: (name: string) => `Stop covering ${name}`,
    connectFirst: "Connect Vitally first: colleagues are read from there.",
    manager: "I manage a team",
    managerHint: "Switches the badge off and lets you view the lists as any colleague.",
  },
  handLinks: {
    none: "No page is linked by hand.",
    remove: "Remove",
    removeOf: (page: string, name: string) => `Remove the link from ${page} to ${name}`,
  },
  data: {
    stored: "Stored in this browser:",
    size: (size: string) => `${size} in all.`,
    sizeUnknown: "the browser does not say how much.",
    what: "What",
    rows: "Rows",
    lastSyncs: "Last syncs",
    exportMine: "Export mine",
    exportHint:
      "The export is a file with your settings, policy, links, snoozes, notes to recommendations and corrected touches. No keys are in it, and no copy of your customers.",
    clearCache: "Clear the cache",
    clearAll: "Delete everything",
    cleared: "Deleted.",
    confirm: {
      cache: {
        title: "Clear the cache?",
        body: "What was read from Vitally and Salesforce is deleted and read again at the next sync. Settings, links and changes that were not sent yet stay.",
        yes: "Clear the cache",
      },
      everything: {
        title: "Delete everything?",
        body: "Cache, settings, policy, links, sign-ins and changes that were not sent yet are deleted from this browser. Vitally and Salesforce are not touched.",
        yes: "Delete everything",
      },
    },
  },
  diagnostics: {
    show: "Show the log",
    copy: "Copy for support",
    log: "Diagnostic log",
  },
  picker: {
    placeholder: "Name or id",
    found: (count: number, more: boolean) =>
      count === 0
        ? "No customer found."
        : count === 1
          ? "1 customer found."
          : `${more ? "Over " : ""}${count.toLocaleString("en-GB")} customers found.`,
    noTier: "Tier not known",
    mine: "mine",
  },
  policy: policyText,
  links: {
    links: "Links",
    linksHint:
      "Only https addresses. {accountName}, {accountId} (Vitally's) and {salesforceId} become the customer's own. An empty link is hidden everywhere.",
    labels: LINK_LABELS,
    dashboards: "More usage dashboards",
    dashboardsHint:
      "One for each metric, for instance https://looker.example.com/dashboards/12?Account={accountName}. They stand under “Open in” in the panel.",
    dashboard: (label: string, index: number) => `Dashboard ${index + 1}: ${label || "no title yet"}`,
    addDashboard: "Add a dashboard",
    library: "Material to share",
    libraryHint:
      "Never reach out just to reach out: a suggestion to make contact chooses from this list by what fits the customer. With nothing here it asks you for something and invents nothing.",
    item: (title: string, index: number) => `Item ${index + 1}: ${title || "no title yet"}`,
    title: "Title",
    url: "Address",
    tag: "Kind",
    tags: [
      { value: "", label: "any" },
      { value: "release", label: "Release" },
      { value: "article", label: "Article" },
      { value: "playlist", label: "Video playlist" },
      { value: "collateral", label: "Collateral" },
      { value: "incident", label: "Incident guidance" },
    ],
    date: "Date",
    versions: "For customers behind by, releases",
    features: "Features",
    add: "Add material",
    remove: (title: string) => `Remove ${title || "this item"}`,
  },
  traits: {
    connectFirst: "Connect Vitally first: the fields are read from your workspace.",
    noCatalogue: "Vitally listed no fields yet. They are read with the next sync.",
    summary: (found: number, all: number) => `${found} of ${all} facts have values.`,
    onlyMissing: "Only facts without values",
    fact: "Fact",
    field: "Field in Vitally",
    fieldOf: (fact: string) => `Field for ${fact}`,
    samples: "Samples",
    filled: "Filled",
    filledOf: (filled: number, total: number) =>
      `${filled.toLocaleString("en-GB")} of ${total.toLocaleString("en-GB")}`,
    none: "Not mapped",
    asFound: "Back to what was found",
    noSample: "no value yet",
    words: {
      title: "Words and what they mean",
      hint: "The words your workspace uses, with commas between; capitals make no difference. Part of the policy.",
      sentiment: { healthy: "Read as Healthy", concerning: "Read as Concerning", poor: "Read as Poor" },
      boolean: { yes: "Read as yes", no: "Read as no" },
      opportunity: {
        renewal: "Opportunity types that are renewals",
        expansion: "Opportunity types that are expansions",
      },
      unread: (label: string, words: readonly string[]) =>
        `${label}: ${words.map((word) => `“${word}”`).join(", ")} ${
          words.length === 1 ? "is" : "are"
        } in no list and read as no data.`,
    },
    how: { label: "", key: "found by its key", hand: "chosen by hand", none: "" },
  },
} as const
