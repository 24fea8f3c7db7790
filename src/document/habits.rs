//! How languages are written: the letters and the commonest words of each.
//!
//! The table tells a text's language, and the encoding of bytes: they are in the one in which they read best.

/// A row a language: its tag, its letters beyond ASCII (in other scripts than Latin the commonest, and those that others
/// have not), and its commonest words. Languages that nobody asks for are here so as not to be taken for their neighbours.
pub(super) const HABITS: &str = "\
ja のにはをたがでとしるいなれさらかもっくまりこあう日本人|\
zh-Hans 的一是不在有人中大上我以要他用生到作地出成可主年和了这为个国来时们于就对会发说学过|\
zh-Hant 的一是不在有人中大上我以要他用生到作地出成可主年和了這為個國來時們於就對會發說學過|\
ko 이다는에의을하고가한지은로기사를도인어자리|\
ru оеаинтсрвлкмдпуыэё и в не на что с по как это к от из но его для был о у за же так она|\
uk оаинтсрвлкмдпуіїєґ і в не на що з до та у як за це від його для або|\
be анотсрвлкмдпуыэіўё і ў не на з што да як за у а яго або для ад быў|\
bg оаиетнрсвлкмдпуъ на и в за да се от с по не са като до при че това|\
sr оаиетнрсвлкмдпујњљћђџ у је да на се за су од са као о који из не или што|\
mk оаиетнрсвлкмдпујњљќѓџѕ на во да се од за со не е што како ги по го|\
ar اليمنورتبعةأإى في من على أن إلى التي هذا عن لا ما أو الذي هذه|\
fa اینرودهتمبشکگپچژ در و به از که این است را با برای آن بر تا|\
ur اکیرنےہمسوٹڈڑںھگپچ کے کی میں ہے اور سے کو کا کہ پر نے اس|\
ps اوهدرپنيتلښځېډړټګڼ د او په چې ته څخه له سره دا|\
he יוהלאמרתבשנכםחפעד של את על לא הוא כי או כל זה עם היא אל אין אם גם יש רק עד אשר אך|\
yi יואנערטסדלײױװ און די איז דער פון אין צו דאס ניט מיט איך ער א זיין האט ווי זיך|\
el αοιετνσρηυς και το του της να η την με για που από|\
th านรอกเงมยลวดทสตะิี่้ั|\
hi कारेनहीतसमल के की है में से और पर ने हैं यह|\
mr कारेनहीतसमल आहे आणि या व ते|\
en éèçïöü the of and to in that is was for with it be by not this which|\
de äüöß der die und das den von zu mit ist nicht auf sich ein im|\
fr éèàêçôîûùâëïœ de la le et les des en un une du que est pour qui dans l d|\
es óíáéñúüºª de la que el en y los se del las un por con no una|\
it àèìòùéº di e il la che in un per è del della l non|\
pt ãçáéíóõêâúàôºª de a o que e do da em um para com não uma os se na por como as|\
gl áéíóúñ de a e o que do da en un unha os as para non ao|\
ca àéèíòóúçïü· de la i el a que els en les per un una del amb|\
nl ëéïöü de het een van en in is dat op te zijn voor met die niet|\
af ëêïôé die en van is nie het in op te wat om vir met|\
pl ąęółśżćńź w i na z do nie się to jest że o jak po od za|\
cs íáěéřšýčžůúďťňó a v na se je že s o z to do i jako za jsou byl aby po nebo|\
sk áíéčšžýúľťňďôäóŕĺ a v na sa je že s o z to do ako za sú bol aj po alebo|\
hu áéöőóüíúű a az és hogy nem is egy van meg volt csak mint|\
ro ăîșțâşţ de și în a la cu nu care pe să din este pentru mai şi|\
sv äåöé och att i det som en på är av för med till inte har|\
da æøåé og i at det er af en til på der med for ikke blev efter sig nogen|\
no øåæé og i det er å en som til på av for med ikke ble etter seg noen|\
is áíðóæéöþúý og að í á sem er til var við um ekki|\
fi äöå ja on ei se että oli hän mutta kun ovat niin joka tai myös|\
et äõüöšž ja on ei et see oli ta ka kui aga või mis ning|\
lt ėšžųįūčąę ir yra kad į su iš tai kaip bei buvo ar jo iki per nuo|\
lv āīēšūņļžģķčŗ un ir ar no uz par ka tas kas vai bija viņš gada to pie|\
tr ıüğşçöâ ve bir bu da de için ile olarak olan her gibi çok daha|\
hr čšžćđ i u je se na da za od su koji kao s o iz što tko prije|\
sr-Latn čšžćđ i u je se na da za od su koji kao s o iz šta pre|\
sl čšž in je na se za v da so ki z tudi pa po s bi še ni|\
ga áéíóú agus an na a is i ar go ag le do ní sé bhí|\
la æœ et in est non ad cum ut quod sed qui esse ex aut si|\
eo ĉĝŭŝĵĥ la de kaj en al estas ne kiu por kun pri li|\
vi đôươăâàáảạêếệềộốồớờợủụứừựửữấầậắ\u{301}\u{300}\u{309}\u{323} và của là các có được trong cho không một|\
id - dan yang di dengan untuk dari tidak ini dalam pada bahwa karena kepada|\
ms - dan yang di dengan untuk dari tidak ini dalam pada bahawa kerana|\
hy աեն|\
ka აეი";
