-- Turns our elements into calls of paper.typ. Pandoc's own Typst writer drops alt text and lets tables run wide.

local number = 0

local function typst(text)
  return pandoc.RawBlock("typst", text)
end

local function quoted(text)
  return '"' .. text:gsub("\\", "\\\\"):gsub('"', '\\"') .. '"'
end

-- The call of a function of paper.typ round some blocks.
local function within(call, content)
  local blocks = pandoc.List({ typst("#" .. call .. "[") })
  blocks:extend(content)
  blocks:insert(typst("]"))
  return blocks
end

local function given(element, name)
  return element.attributes[name] or element.attributes["data-" .. name] or ""
end

function Image(image)
  local name = image.src:match("([^/]+)$")
  return pandoc.RawInline("typst", "#picture(" .. quoted(name) .. ", " .. quoted(pandoc.utils.stringify(image.caption)) .. ")")
end

-- An address of the web stands in print; a way to another page of the course has none.
function Link(link)
  if not link.target:match("^https?:") then return link.content end
  local call = pandoc.List({ pandoc.RawInline("typst", "#link(" .. quoted(link.target) .. ")[") })
  call:extend(link.content)
  call:insert(pandoc.RawInline("typst", "]"))
  if pandoc.utils.stringify(link.content) ~= link.target then
    call:extend({ pandoc.Space(), pandoc.Str("(" .. link.target:gsub("^https?://", ""):gsub("/$", "") .. ")") })
  end
  return call
end

local function cells(blocks, rows)
  for _, row in ipairs(rows) do
    for _, cell in ipairs(row.cells) do
      blocks:insert(typst("["))
      blocks:extend(cell.contents)
      blocks:insert(typst("],"))
    end
  end
end

function Table(tbl)
  local rows = pandoc.List({})
  for _, body in ipairs(tbl.bodies) do rows:extend(body.body) end
  local blocks = pandoc.List({ typst("#text-table((") })
  local written = ""
  for _, row in ipairs(rows) do
    for _, cell in ipairs(row.cells) do written = written .. pandoc.utils.stringify(cell.contents) end
  end
  local empty = written:gsub("[%s\u{a0}]", "") == ""
  if empty then blocks = pandoc.List({ typst("#grid-table((") }) end
  cells(blocks, tbl.head.rows)
  if empty then
    blocks:insert(typst("), " .. #rows .. ")"))
  else
    blocks:insert(typst("), ("))
    cells(blocks, rows)
    blocks:insert(typst("))"))
  end
  return blocks
end

local function opening(div)
  local title, rest = pandoc.List({}), pandoc.List({})
  for _, block in ipairs(div.content) do
    if block.t == "Header" then title:insert(block) else rest:insert(block) end
  end
  local blocks = pandoc.List({ typst("#opening(" .. quoted(given(div, "kicker")) .. ", " .. quoted(given(div, "sign")) .. ", [") })
  blocks:extend(title)
  blocks:insert(typst("], ["))
  blocks:extend(rest)
  blocks:insert(typst("])"))
  return blocks
end

local plain = { label = "label", tick = "tick", together = "together", activity = "activity", note = "note", facilitator = "note",
  lead = "quiet", ["activity__meta"] = "quiet", ["case__meta"] = "quiet" }

function Div(div)
  if given(div, "lines") ~= "" then return typst("#lines(" .. tonumber(given(div, "lines")) .. ")") end
  local class = (div.classes[1] or ""):gsub("^cg%-", "")
  if class == "opening" then return opening(div) end
  if class == "contents" then return typst("#contents(" .. quoted(given(div, "title")) .. ", " .. tonumber(given(div, "level")) .. ")") end
  if class == "beside" or class == "column" then
    local blocks = pandoc.List({ typst(class == "beside" and "#beside(" or "[") })
    blocks:extend(div.content)
    blocks:insert(typst(class == "beside" and ")" or "],"))
    return blocks
  end
  if class == "question__pairs" then
    local sides = pandoc.List({ typst("#pairs(") })
    for _, side in ipairs(div.content) do sides:extend({ typst("["), side, typst("],") }) end
    sides:insert(typst(")"))
    return sides
  end
  if class == "page" then return typst("#fresh()") end
  if class == "question" then return within("numbered", div.content) end
  if class == "question__kicker" then
    number = number + 1
    local kind = pandoc.utils.stringify(div.content):gsub("^Question · ", "")
    return typst("#number(" .. number .. ", " .. quoted(kind) .. ")")
  end
  if class == "deeper" then
    return div:walk({ Header = function(header) header.level = header.level + 1 return header end }).content
  end
  if class == "steps" then
    local ends = quoted(given(div, "from")) .. ", " .. quoted(given(div, "to"))
    return typst("#steps(" .. tonumber(given(div, "low")) .. ", " .. tonumber(given(div, "high")) .. ", " .. ends .. ")")
  end
  if class == "cards" then
    local cards = pandoc.List({ typst("#deck(") })
    local depth = 0
    for _, block in ipairs(div.content) do
      local call = block.t == "RawBlock" and block.text or ""
      if call:match("%[$") then depth = depth + 1 end
      if call:match("^%],?$") then depth = depth - 1 end
      if call == "]" and depth == 0 then
        cards:insert(typst("],"))
      elseif call:match("^#numbered") then
        cards:insert(typst("["))
      elseif depth > 0 then
        cards:insert(block)
      end
    end
    cards:insert(typst(")"))
    return cards
  end
  if plain[class] then return within(plain[class], div.content) end
  return div.content
end
