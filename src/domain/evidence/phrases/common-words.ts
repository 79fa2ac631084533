/**
 * The commonest words of each group of languages, folded: they tell which language a text is in. A phrase of another language is no
 * clue: "on" asks "where" in Catalan, "was" asks "what" in German, and both stand in every English mail.
 */
export const commonWords = {
  en: "the and to of is are was were you your i we our for with that this it be have has will from by at not an my as if they there here but been would could should which their what when who am do does did just all any about can so or on in us me",
  de: "der die das und ist nicht ich sie wir mit fur auf ein eine einen zu den dem des von im am bei oder auch sind wird werden haben hat uns unser unsere unseren ihr ihre ihnen mir noch nach dass als kann konnen es bin war aber wenn zum zur vom diese dieser dieses du dir dich wurde",
  fr: "le la les de des du un une et est nous vous je il elle en pour dans que qui sur avec pas ne ce cette mon ma mes notre votre nos vos au aux par ou sont ai suis sera mais plus si tout leur ete etes avons avez d l j qu c n s",
  es: "el la los las de del un una y es en que por para con no se su sus lo al nos me mi nuestro nuestra esta este estoy como mas pero ha he hay muy le les sin sobre cuando ya son estamos fue",
  it: "il lo la gli le i di del della dei delle un una e in che per con non si sono ho ha mi ci al alla nel nella questo questa nostro nostra vostro come piu anche da dal abbiamo se ma sul vi stato",
  pt: "o a os as de do da dos das um uma e em que por para com nao se no na nos nas ao meu minha nosso nossa voce seu sua estou esta mais mas foi esta estamos sao ja muito como eu",
  nl: "de het een en van is ik je u wij we ons onze niet met voor op aan dat die te zijn hebben heeft bij naar ook maar om er uw jullie deze dit wordt ben mijn als nog kan uit",
  sv: "och att det som en ett ar jag vi ni inte med for pa av till den har kan om fran er din mitt var ska vara de men eller oss nu",
  da: "og at det som en et er jeg vi ikke med for pa af av til den har kan om fra dere jer din mit min vores var i de men eller os na skal",
  fi: "ja on ei en se etta han me te olen olemme kun mutta tai myos voi kanssa jos minun meidan teidan ole oli niin ovat tama joka",
  pl: "i w na z do nie sie jest to ze o za od dla przez jestem sa byc po jak ale pani pan panstwa nasz moj czy oraz mnie nam prosze bedzie ten tej",
  cs: "a v na je se s z do ze jsem jsme som sme pro pre od po k ale by ktery ktory nas vas bude budu budem ve i sa si to nie neni tak jak ako uz mi",
  sl: "in je na v za se ne so sem smo da z s od po pri ali kot i u nije sam su vas nas ste bi to te tudi bom bo nas biti",
  ru: "и в на не с по для что я мы вы от до за из к у это как но о будет есть или вас нас ваш наш мне нам та що ми ви з і ще са се да ли на ще моля вам ваше",
  hu: "a az es nem hogy is egy van meg de vagy ha mar csak mint nagyon vagyok nekem minden ezt azt kell lesz el ki be en mi on",
  ro: "si in de la cu pe nu este un o sa ca pentru din sunt am ati va ne mai sau care dar au voi noi fi a al ale",
  tr: "ve bir bu icin ile de da ben biz siz cok daha gibi olarak var degil olan sonra kadar size bize mi o her",
  el: "και το η ο να του της με για στο στη απο δεν ειναι θα που σας μας τα τη την τον στην οι σε",
  ca: "el la els les de i que un una amb per no es del al som estic dels aquest aquesta ir yra su kad jus mes mano ar tai nuo un ka no uz ir ja on ei et see ma ning ka kui",
  rest: "toi la va cua cho khong co cac trong duoc voi nay se dan yang di untuk saya kami anda akan dari dengan ini itu tidak pada ke",
} as const
