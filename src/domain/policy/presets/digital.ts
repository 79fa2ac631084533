/** Mails that Vitally sends, never we: what is due and whom it needs (domain brief, sections 10 and 15). */
import type { DigitalPolicy } from "../policy"

export const digital: DigitalPolicy = {
  teams: ["Scaled Success", "Scaled", "Digital"],
  touchpoints: [
    {
      key: "admin-onboarding",
      label:
        "Onboarding for the admin: configuring the instance, Discord community, support address, materials",
      day: 0,
      roles: ["Instance Admin"],
    },
    {
      key: "end-user-kit",
      label:
        "Onboarding kit for end users (Code Search, Cody or both), sent to the program contact to forward",
      day: 0,
      roles: ["Program Contact"],
    },
    {
      key: "day-30",
      label: "Check-in and survey",
      day: 30,
      roles: ["Program Contact", "Instance Admin", "Champion"],
    },
    { key: "day-90", label: "First usage recap, with an offer to meet", day: 90, roles: ["Instance Admin"] },
    {
      key: "release-notices",
      // Section 15 names no addressee; the admin gets the other recurring mails.
      label: "Release notices and product updates",
      day: 0,
      everyMonth: true,
      roles: ["Instance Admin"],
    },
    {
      key: "monthly-recap",
      label: "Monthly usage recap",
      day: 91,
      everyMonth: true,
      roles: ["Instance Admin"],
    },
    {
      key: "upgrade-recap",
      label: "Monthly recap with upgrade guidance",
      day: 91,
      everyMonth: true,
      roles: ["Instance Admin"],
      versionsBehindFrom: 3,
    },
  ],
  showDaysBefore: 7,
  showDaysAfter: 14,
}
