/** One stylesheet for all stand-in pages; `data-brand` on the root tells the two apps apart. */
export const appStyle = `
:root{--ink:#1d2433;--soft:#5c667a;--line:#e3e7ee;--bar:#fff;--nav:#161b2c;--navInk:#c9d0e2;--accent:#5b4fe0;--bg:#f6f7fa}
:root[data-brand=lightning]{--nav:#fff;--navInk:#2e3a4f;--accent:#0b5cab;--bg:#eef2f7}
*{box-sizing:border-box}
body{margin:0;font:14px/1.5 system-ui,"Segoe UI",sans-serif;color:var(--ink);background:var(--bg)}
a{color:var(--accent);text-decoration:none}a:hover{text-decoration:underline}
.frame{display:grid;grid-template-columns:208px 1fr;grid-template-rows:52px 1fr;min-height:100vh}
:root[data-brand=lightning] .frame{grid-template-columns:1fr;grid-template-rows:52px 44px 1fr}
.top{grid-column:1/-1;background:var(--bar);border-bottom:1px solid var(--line);display:flex;align-items:center;gap:16px;padding:0 20px}
.brand{font-weight:650;letter-spacing:.01em}
.brand i{display:inline-block;width:18px;height:18px;border-radius:5px;background:var(--accent);margin-right:8px;vertical-align:-3px}
.search{flex:1;max-width:420px;height:32px;border:1px solid var(--line);border-radius:6px;padding:0 12px;background:#fafbfc;font:inherit}
.me{margin-left:auto;color:var(--soft)}
.nav{background:var(--nav);color:var(--navInk);padding:16px 12px;display:flex;flex-direction:column;gap:2px}
.nav a{color:inherit;padding:7px 10px;border-radius:6px}.nav a[aria-current]{background:rgba(255,255,255,.1);color:#fff}
:root[data-brand=lightning] .nav{flex-direction:row;padding:6px 16px;border-bottom:1px solid var(--line)}
:root[data-brand=lightning] .nav a{padding:4px 12px;border-radius:0}
:root[data-brand=lightning] .nav a[aria-current]{background:none;color:var(--accent);box-shadow:inset 0 -3px var(--accent)}
.main{padding:24px 28px;max-width:1180px}
.head{display:flex;align-items:baseline;gap:14px;margin-bottom:4px}
h1{font-size:22px;margin:0;font-weight:650;overflow-wrap:anywhere}
h2{font-size:13px;margin:0 0 10px;color:var(--soft);font-weight:600}
.sub{color:var(--soft);margin:0 0 18px}.kind{color:var(--soft);margin:0}
.tabs{display:flex;gap:20px;border-bottom:1px solid var(--line);margin-bottom:20px}
.tabs a{color:var(--soft);padding:8px 0}.tabs a[aria-current]{color:var(--ink);box-shadow:inset 0 -2px var(--accent)}
.cards{display:grid;grid-template-columns:300px minmax(0,1fr);gap:16px;align-items:start}
.column{display:grid;gap:16px}
.plain{list-style:none;padding:0}.plain li{padding:6px 0;border-top:1px solid var(--line)}.plain li:first-child{border-top:0}
.plain small{color:var(--soft);display:block}
.card{background:#fff;border:1px solid var(--line);border-radius:8px;padding:16px 18px}
dl{margin:0;display:grid;grid-template-columns:auto minmax(0,1fr);gap:6px 14px}dt{color:var(--soft)}dd{margin:0;text-align:right;overflow-wrap:anywhere}
:root[data-brand=lightning] dl{grid-template-columns:1fr 1fr;gap:2px 20px}
:root[data-brand=lightning] dt{grid-row:auto;font-size:12px}
:root[data-brand=lightning] dl>div{padding:6px 0;border-bottom:1px solid var(--line)}:root[data-brand=lightning] dd{text-align:left}
.card table{border:0}.card td:last-child,.card th:last-child{text-align:right}.card td,.card th{padding:8px 0}
table{width:100%;border-collapse:collapse;background:#fff;border:1px solid var(--line);border-radius:8px}
th,td{text-align:left;padding:9px 14px;border-bottom:1px solid var(--line);font-weight:400}th{color:var(--soft)}
ul{margin:0;padding-left:18px}
.head+.cards{margin-top:18px}
.console{grid-column:1/-1}.console-row{display:flex;gap:2px;padding:2px 16px;background:#dfe7f1}
:root[data-brand=lightning] .frame:has(.console){grid-template-rows:52px auto 44px 1fr}
.console-tab,.console-close{font:inherit;border:0;background:#fff;padding:3px 10px}.console-tab[aria-pressed=true]{font-weight:650}
:root[data-fixed] .frame{padding:40px 0 32px}
:root[data-fixed=shell],:root[data-fixed=shell] body{height:100%;overflow:hidden}
:root[data-fixed=shell] .frame{height:100vh;min-height:0}:root[data-fixed=shell] .main{overflow:auto}
:root[data-fixed=window] .main{min-height:200vh}
.fixed-header,.utility{position:fixed;left:0;right:0;height:40px;padding:0 16px;display:flex;justify-content:space-between;align-items:center;background:#032d60;color:#fff}
.fixed-header{top:0}.utility{bottom:0;height:32px;background:#fff;color:var(--ink);border-top:1px solid var(--line)}
.composer{position:fixed;bottom:32px;right:16px;width:480px;height:220px;padding:12px;background:#fff;border:1px solid var(--line);border-radius:6px 6px 0 0;display:flex;justify-content:space-between;align-items:start}
.cover{position:fixed;top:0;right:0;width:760px;height:100vh;background:#fff;z-index:2147483647}
`

/** A page that fights whatever it does not know: every unknown element is reset and hidden. */
export const evilStyle = `
body>*:not(.frame):not(script):not(style),html>*:not(head):not(body){all:initial!important;display:none!important;visibility:hidden!important;opacity:0!important;width:0!important;height:0!important;position:static!important;transform:scale(0)!important;pointer-events:none!important}
iframe{display:none!important;opacity:0!important}
`
